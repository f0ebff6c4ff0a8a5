package io.protoworks.event;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Which of many users see which of some events, as it is when they happen. */
@Service
class EventSights {
  private final EventMapper events;

  EventSights(EventMapper events) {
    this.events = events;
  }

  /** The answer, about the users that were asked about. */
  record Sights(Set<UUID> seeingAll, Set<SuppliedSight> supplied) {
    boolean sees(UUID userId, Event event) {
      return seeingAll.contains(userId)
          || (event.protocolId() != null
              && supplied.contains(new SuppliedSight(userId, event.protocolId())));
    }
  }

  /** A second statement only where somebody sees just what names their company. */
  Sights of(UUID projectId, Collection<UUID> userIds, List<Event> happened) {
    List<EventSight> seen = events.listSights(userIds.toArray(UUID[]::new), new UUID[] {projectId});
    Set<UUID> seeingAll =
        seen.stream()
            .filter(EventSight::seesAll)
            .map(EventSight::userId)
            .collect(Collectors.toSet());
    UUID[] limited =
        seen.stream()
            .filter(sight -> !sight.seesAll())
            .map(EventSight::userId)
            .toArray(UUID[]::new);
    UUID[] protocols =
        happened.stream()
            .map(Event::protocolId)
            .filter(Objects::nonNull)
            .distinct()
            .toArray(UUID[]::new);
    return new Sights(
        seeingAll,
        limited.length == 0 || protocols.length == 0
            ? Set.of()
            : Set.copyOf(events.listSuppliedSights(limited, protocols)));
  }
}
