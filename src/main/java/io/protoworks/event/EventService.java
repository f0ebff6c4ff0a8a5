package io.protoworks.event;

import io.protoworks.plant.ProjectAccess;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads the log of events, as far as the viewer sees them. */
@Service
public class EventService {
  private final EventMapper events;
  private final ProjectAccess access;

  EventService(EventMapper events, ProjectAccess access) {
    this.events = events;
    this.access = access;
  }

  List<Event> listByProjectIds(
      Viewer viewer, Collection<UUID> projectIds, EventArguments arguments, Page page) {
    return events.listByProjectIds(
        viewer.userId(), Rows.keys(projectIds), arguments.matching(), page);
  }

  Map<UUID, Integer> countByProjectIds(
      Viewer viewer, Collection<UUID> projectIds, EventArguments arguments) {
    return ParentCount.byParent(
        events.countByProjectIds(viewer.userId(), Rows.keys(projectIds), arguments.matching()));
  }

  /** Where the logs of these projects end now, as far as the viewer sees them. */
  Map<UUID, String> cursors(Viewer viewer, Collection<UUID> projectIds) {
    return events.listVisiblePositions(viewer.userId(), Rows.keys(projectIds)).stream()
        .collect(
            Collectors.toMap(
                EventPosition::projectId,
                position -> EventCursor.of(position.projectId(), position.sequence())));
  }

  /** The event at this place, or null where there is none that the viewer sees. */
  @Nullable Event find(Viewer viewer, String cursor) {
    EventPosition place = EventCursor.position(cursor);
    return Rows.only(
        events.listBetween(
            viewer.userId(),
            place.projectId(),
            place.sequence() - 1,
            place.sequence(),
            EventFilter.NONE,
            1));
  }

  /** The next of a project's events in a stretch of its log. */
  public List<Event> listBetween(
      Viewer viewer, UUID projectId, long after, long until, EventFilter filter, int limit) {
    return events.listBetween(viewer.userId(), projectId, after, until, filter, limit);
  }

  /** Where a project's log ends now; zero where nothing has happened. */
  public long lastSequence(UUID projectId) {
    return events.listPositions(Rows.keys(projectId)).getFirst().sequence();
  }

  /** Whether nothing that came after this place was dropped. */
  public boolean isKeptAfter(UUID projectId, long sequence) {
    EventPosition horizon = events.findHorizon(projectId);
    return horizon == null || sequence >= horizon.sequence();
  }

  /**
   * The sequence to go on after; null to begin with what happens next.
   *
   * @throws Failure if the viewer does not see the project, the cursor is of another list, or what
   *     came after it was dropped
   */
  @Nullable Long start(Viewer viewer, UUID projectId, @Nullable String after) {
    access.standing(viewer, projectId);
    if (after == null) {
      return null;
    }
    long sequence = EventCursor.sequence(after, projectId);
    if (!isKeptAfter(projectId, sequence)) {
      throw Failure.gone(
          "What happened after this cursor is kept no longer. Take eventCursor of the project, read"
              + " what you follow anew, and go on after that cursor.");
    }
    return sequence;
  }
}
