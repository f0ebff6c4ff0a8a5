package io.protoworks.dossier;

import io.protoworks.completion.GateBlocker;
import io.protoworks.completion.GateType;
import java.util.List;
import java.util.stream.Collectors;

/** The certificate of a closed gate was asked for: it says what keeps the gate closed. */
final class GateClosed extends RuntimeException {
  static final String CODE = "GATE_CLOSED";

  private final String reason;

  GateClosed(GateType gate, List<GateBlocker> blockers) {
    this(
        "The gate %s is closed, and a certificate is given for an open one only. %s"
            .formatted(
                gate,
                blockers.stream().map(GateBlocker::message).collect(Collectors.joining(" "))));
  }

  private GateClosed(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** What is wrong and what to do next, for a person. */
  String reason() {
    return reason;
  }
}
