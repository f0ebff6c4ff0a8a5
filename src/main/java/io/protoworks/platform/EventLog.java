package io.protoworks.platform;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * The log of what happened in projects, in the order of the commits and without a gap, for those
 * who follow it.
 */
@Service
public class EventLog {
  private final EventLogMapper events;
  private final ObjectProvider<Listener> listeners;

  EventLog(EventLogMapper events, ObjectProvider<Listener> listeners) {
    this.events = events;
    this.listeners = listeners;
  }

  /** Hears that there is something new in the log of projects, once it is committed. */
  public interface Listener {
    void appended(Set<UUID> projectIds);
  }

  /**
   * Writes what happened, in the transaction of the changes. Whoever calls gives each its sequence,
   * under a lock of its project that lasts until the commit.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(List<LoggedEvent> happened) {
    if (happened.isEmpty()) {
      return;
    }
    events.insertAll(new LoggedEventColumns(happened));
    Set<UUID> projects = TransactionScoped.of(Appended.class, Appended::new).projectIds;
    happened.forEach(event -> projects.add(event.projectId()));
  }

  private final class Appended implements TransactionSynchronization {
    private final Set<UUID> projectIds = new HashSet<>();

    @Override
    public void afterCommit() {
      listeners.forEach(listener -> listener.appended(Set.copyOf(projectIds)));
    }
  }
}
