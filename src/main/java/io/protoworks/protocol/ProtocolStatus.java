package io.protoworks.protocol;

import io.protoworks.template.ProtocolType;

/** Where a protocol stands. The database keeps the same machine in {@code protocol.can_become}. */
public enum ProtocolStatus {
  CREATED,
  AWAITING_GATE,
  RELEASED,
  IN_PROGRESS,
  SUBMITTED,
  APPROVED,
  VALIDATED,
  FINALIZED,
  REJECTED,
  CANCELLED;

  /** Where its release puts a protocol of this stage: from C2 on before its gate. */
  static ProtocolStatus afterRelease(ProtocolType stage) {
    return stage == ProtocolType.C1 ? RELEASED : AWAITING_GATE;
  }

  /** Whether a protocol of this stage may go from this status to the next. */
  public boolean canBecome(ProtocolStatus next, ProtocolType stage) {
    return switch (next) {
      case CREATED -> false;
      case AWAITING_GATE -> stage != ProtocolType.C1 && (this == CREATED || this == RELEASED);
      case RELEASED -> this == (stage == ProtocolType.C1 ? CREATED : AWAITING_GATE);
      case IN_PROGRESS -> this == RELEASED || this == REJECTED;
      case SUBMITTED -> this == IN_PROGRESS;
      case APPROVED -> this == SUBMITTED;
      case VALIDATED -> this == APPROVED;
      case FINALIZED -> this == VALIDATED;
      case REJECTED ->
          this == SUBMITTED || this == APPROVED || this == VALIDATED || this == FINALIZED;
      case CANCELLED -> this != FINALIZED && this != CANCELLED;
    };
  }

  /** Whether work has begun: from then on it never again waits to begin. */
  boolean hasBegun() {
    return compareTo(IN_PROGRESS) >= 0;
  }

  /** Whether values can be given. */
  boolean takesValues() {
    return this == RELEASED || this == IN_PROGRESS;
  }

  /** Whether what is to be verified is still being prepared. */
  boolean isBeforeSubmission() {
    return compareTo(SUBMITTED) < 0;
  }

  /** Whether somebody verifies: items can be rejected. */
  boolean isVerified() {
    return this == SUBMITTED || this == APPROVED || this == VALIDATED;
  }

  /** Whether nothing is left to do. */
  public boolean isDone() {
    return this == FINALIZED || this == CANCELLED;
  }
}
