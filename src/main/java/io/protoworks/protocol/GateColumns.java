package io.protoworks.protocol;

import io.protoworks.template.ProtocolType;
import java.util.List;
import java.util.UUID;

/** Gates that moved, as a statement takes them: the subsystem, and the stage that each guards. */
@SuppressWarnings("ArrayRecordComponent") // read once, by the statement
record GateColumns(UUID[] subsystemIds, String[] stages) {
  private record Guarded(UUID subsystemId, ProtocolType stage) {}

  /** The gates before these protocols, each once. */
  static GateColumns before(List<Protocol> protocols) {
    List<Guarded> guarded =
        protocols.stream()
            .map(protocol -> new Guarded(protocol.subsystemId(), protocol.stage()))
            .distinct()
            .toList();
    return new GateColumns(
        guarded.stream().map(Guarded::subsystemId).toArray(UUID[]::new),
        guarded.stream().map(gate -> gate.stage().name()).toArray(String[]::new));
  }
}
