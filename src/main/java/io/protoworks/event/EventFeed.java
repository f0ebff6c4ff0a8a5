package io.protoworks.event;

import io.protoworks.platform.EventLog;
import io.protoworks.platform.HintedReader;
import io.protoworks.platform.Hints;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Reads the logs of the projects that somebody on this node follows, once for all, and gives each
 * follower what they want and may see. However many follow: a round costs one statement for the
 * events and one for who sees what, and none where nobody follows.
 */
@Service
class EventFeed extends HintedReader implements EventLog.Listener {
  private static final String TOPIC = "events";
  private static final int ROUND = 1_000;

  /** A project that is followed here. */
  private static final class Followed {
    private final Set<Follower> followers = new HashSet<>();

    /** Up to where all followers were given what they want. */
    private long position;

    Followed(long position) {
      this.position = position;
    }
  }

  private final EventMapper events;
  private final EventSights sights;
  private final Hints hints;
  private final EventProperties properties;
  private final Map<UUID, Followed> projects = new HashMap<>();

  EventFeed(EventMapper events, EventSights sights, Hints hints, EventProperties properties) {
    super(TOPIC);
    this.events = events;
    this.sights = sights;
    this.hints = hints;
    this.properties = properties;
  }

  @Override
  public void appended(Set<UUID> projectIds) {
    hints.say(TOPIC);
  }

  /**
   * Begins to give a follower what happens. What happened until now is not given.
   *
   * @return up to where the log was read: what is in it until there, the follower reads alone
   */
  long join(Follower follower) {
    UUID projectId = follower.projectId();
    long end = events.listPositions(new UUID[] {projectId}).getFirst().sequence();
    synchronized (projects) {
      Followed followed = projects.computeIfAbsent(projectId, id -> new Followed(end));
      followed.followers.add(follower);
      follower.skipTo(followed.position);
      return followed.position;
    }
  }

  void leave(Follower follower) {
    synchronized (projects) {
      Followed followed = projects.get(follower.projectId());
      if (followed != null && followed.followers.remove(follower) && followed.followers.isEmpty()) {
        projects.remove(follower.projectId());
      }
    }
  }

  @Override
  protected void begin() {
    repeat("event-feed", properties.poll(), this::readOrWait);
  }

  private void readOrWait() throws InterruptedException {
    if (!read()) {
      awaitNews(properties.poll());
    }
  }

  /** Whether there is more to read at once. */
  private boolean read() {
    Map<UUID, Long> positions = positions();
    if (positions.isEmpty()) {
      return false;
    }
    List<UUID> projectIds = List.copyOf(positions.keySet());
    List<Event> happened =
        events.listNew(
            projectIds.toArray(UUID[]::new),
            projectIds.stream().map(positions::get).toArray(Long[]::new),
            ROUND);
    Map<UUID, List<Event>> byProject =
        happened.stream().collect(Collectors.groupingBy(Event::projectId));
    for (Map.Entry<UUID, List<Event>> project : byProject.entrySet()) {
      tell(project.getKey(), project.getValue());
    }
    return byProject.values().stream().anyMatch(part -> part.size() == ROUND);
  }

  private Map<UUID, Long> positions() {
    synchronized (projects) {
      return projects.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().position));
    }
  }

  /**
   * Who sees what is asked without holding anybody up who comes or leaves. Whoever came meanwhile
   * is asked about, too.
   */
  private void tell(UUID projectId, List<Event> happened) {
    Set<UUID> asked = usersOf(projectId);
    while (!tell(projectId, happened, asked, sights.of(projectId, asked, happened))) {
      asked = usersOf(projectId);
    }
  }

  /** Tells all followers or, where nothing is known of one of them, none. */
  private boolean tell(
      UUID projectId, List<Event> happened, Set<UUID> asked, EventSights.Sights seen) {
    synchronized (projects) {
      Followed followed = projects.get(projectId);
      if (followed == null) {
        return true;
      }
      if (!followed.followers.stream().map(Follower::userId).allMatch(asked::contains)) {
        return false;
      }
      for (Event event : happened) {
        for (Follower follower : followed.followers) {
          if (follower.wants(event) && seen.sees(follower.userId(), event)) {
            follower.offer(event);
          }
        }
      }
      followed.position = Math.max(followed.position, happened.getLast().sequence());
      return true;
    }
  }

  private Set<UUID> usersOf(UUID projectId) {
    synchronized (projects) {
      Followed followed = projects.get(projectId);
      return followed == null
          ? Set.of()
          : followed.followers.stream().map(Follower::userId).collect(Collectors.toSet());
    }
  }
}
