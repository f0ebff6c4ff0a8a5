package io.protoworks.platform;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes every change of a transaction and hands them over just before its commit, all at once and
 * in order: whoever keeps a chain or a sequence then holds its lock for the shortest time, and
 * takes several in one order. A refused transaction hands over nothing. One that changes very much
 * has its changes put aside in parts, so that it does not hold all of them in memory.
 */
@Service
public class Changes {

  /**
   * Draws conclusions from changes, in their own transaction and before they are kept. What it
   * records in turn is followed, too, until nothing is left to follow.
   */
  public interface Consequence {
    /** Notes what a part of a very large transaction means, to follow it with the rest. */
    void note(List<Recorded> changes);

    /** Follows these changes, and what was noted before in this transaction. */
    void follow(List<Recorded> changes);
  }

  /** Keeps changes, in the transaction that makes them. */
  public interface Listener {
    /**
     * Puts aside what a transaction that changes very much has changed so far. It goes on for long,
     * so this takes no lock that others wait for.
     */
    void holding(List<Recorded> changes);

    /**
     * Keeps the changes just before the commit.
     *
     * @param held whether earlier ones of this transaction were put aside
     */
    void committing(List<Recorded> changes, boolean held);
  }

  /** A change and who made it. */
  public record Recorded(Viewer viewer, Change change) {}

  private static final int MAXIMUM_HELD = 10_000;

  private final ObjectProvider<Consequence> consequences;
  private final ObjectProvider<Listener> listeners;

  Changes(ObjectProvider<Consequence> consequences, ObjectProvider<Listener> listeners) {
    this.consequences = consequences;
    this.listeners = listeners;
  }

  /** Records a change; there must be a transaction. */
  public void record(Viewer viewer, Change change) {
    pending().add(new Recorded(viewer, change));
  }

  private Pending pending() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a change is recorded in the transaction that makes it");
    }
    return TransactionScoped.of(Pending.class, Pending::new);
  }

  private final class Pending implements TransactionSynchronization {
    private List<Recorded> changes = new ArrayList<>();
    private boolean following;
    private boolean held;

    void add(Recorded recorded) {
      changes.add(recorded);
      if (changes.size() >= MAXIMUM_HELD && !following) {
        List<Recorded> part = changes;
        changes = new ArrayList<>();
        consequences.orderedStream().forEach(consequence -> consequence.note(part));
        listeners.orderedStream().forEach(listener -> listener.holding(part));
        held = true;
      }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      List<Recorded> rest = followed();
      if (held || !rest.isEmpty()) {
        listeners.orderedStream().forEach(listener -> listener.committing(rest, held));
      }
    }

    private List<Recorded> followed() {
      List<Recorded> followed = new ArrayList<>();
      following = true;
      boolean first = held;
      while (first || !changes.isEmpty()) {
        first = false;
        List<Recorded> next = changes;
        changes = new ArrayList<>();
        followed.addAll(next);
        consequences.orderedStream().forEach(consequence -> consequence.follow(next));
      }
      following = false;
      return followed;
    }
  }
}
