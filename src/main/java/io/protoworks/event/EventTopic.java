package io.protoworks.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The things that events are about. */
public enum EventTopic {
  PROTOCOL("Protocol"),
  PROTOCOL_ITEM("ProtocolItem"),
  PENDENCY("Pendency"),
  GATE("Gate"),
  GATE_WAIVER("GateWaiver");

  private static final Map<String, EventTopic> BY_TYPE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(EventTopic::entityType, Function.identity()));

  private final String entityType;

  EventTopic(String entityType) {
    this.entityType = entityType;
  }

  /** As the log names it: the type of the graph. */
  String entityType() {
    return entityType;
  }

  static EventTopic ofType(String entityType) {
    return Objects.requireNonNull(BY_TYPE.get(entityType), entityType);
  }
}
