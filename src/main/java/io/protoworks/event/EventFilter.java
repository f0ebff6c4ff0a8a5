package io.protoworks.event;

import io.protoworks.plant.Subsystem;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Id;
import io.protoworks.protocol.Protocol;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which events; what is left out narrows nothing. */
public record EventFilter(
    @Nullable List<EventTopic> topics,
    @Nullable List<String> types,
    @Nullable List<Id<Subsystem>> subsystemIds,
    @Nullable List<Id<Protocol>> protocolIds) {
  public static final EventFilter NONE = new EventFilter(null, null, null, null);
  private static final int LONGEST_LIST = 500;

  public EventFilter {
    if (Stream.of(topics, types, subsystemIds, protocolIds)
        .anyMatch(list -> list != null && list.size() > LONGEST_LIST)) {
      throw Failure.badRequest("A filter takes at most %d of a kind.".formatted(LONGEST_LIST));
    }
  }

  static EventFilter orNone(@Nullable EventFilter filter) {
    return filter == null ? NONE : filter;
  }

  boolean matches(Event event) {
    return isAmong(topics, event.topic())
        && isAmong(types, event.type())
        && isAmong(subsystemIds, event.subsystemId() == null ? null : new Id<>(event.subsystemId()))
        && isAmong(protocolIds, event.protocolId() == null ? null : new Id<>(event.protocolId()));
  }

  private static <T> boolean isAmong(@Nullable List<T> wanted, @Nullable T value) {
    return wanted == null || (value != null && wanted.contains(value));
  }

  /** For the statement: the entity types of the topics. */
  public String @Nullable [] entityTypes() {
    return topics == null
        ? null
        : topics.stream().map(EventTopic::entityType).toArray(String[]::new);
  }

  /** For the statement. */
  public String @Nullable [] typeNames() {
    return types == null ? null : types.toArray(String[]::new);
  }

  /** For the statement. */
  public UUID @Nullable [] subsystems() {
    return subsystemIds == null ? null : subsystemIds.stream().map(Id::uuid).toArray(UUID[]::new);
  }

  /** For the statement. */
  public UUID @Nullable [] protocols() {
    return protocolIds == null ? null : protocolIds.stream().map(Id::uuid).toArray(UUID[]::new);
  }
}
