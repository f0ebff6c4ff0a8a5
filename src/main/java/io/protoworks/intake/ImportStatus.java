package io.protoworks.intake;

/** How far an import has come. */
public enum ImportStatus {
  PENDING,
  PROCESSING,
  COMPLETED,
  FAILED,
  INTERRUPTED,
  CANCELLED;

  /** Whether nothing happens to it any more. */
  boolean isOver() {
    return this == COMPLETED || this == FAILED || this == CANCELLED;
  }

  /** Whether it waits, runs, or could go on. */
  boolean canBecome(ImportStatus next) {
    return switch (next) {
      case PENDING -> this == INTERRUPTED;
      case PROCESSING -> this == PENDING;
      case COMPLETED, FAILED, INTERRUPTED -> this == PROCESSING;
      case CANCELLED -> !isOver();
    };
  }
}
