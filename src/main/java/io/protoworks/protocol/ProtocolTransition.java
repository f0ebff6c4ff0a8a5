package io.protoworks.protocol;

import io.protoworks.platform.Change;
import java.util.List;
import java.util.stream.Stream;

/** What people can do with a protocol as a whole. What only gates do is not among them. */
public enum ProtocolTransition {
  RELEASE(Change.Action.UPDATE, "released"),
  /** Not asked for: the first accepted value does it, once the gate is open. */
  START(Change.Action.UPDATE, "started"),
  SUBMIT(Change.Action.UPDATE, "submitted"),
  APPROVE(Change.Action.SIGN, "approved"),
  VALIDATE(Change.Action.SIGN, "validated"),
  FINALIZE(Change.Action.SIGN, "finalized"),
  REJECT(Change.Action.REJECT, "rejected"),
  RESUME(Change.Action.UPDATE, "resumed"),
  REOPEN(Change.Action.REJECT, "reopened"),
  CANCEL(Change.Action.UPDATE, "cancelled");

  private final Change.Action action;
  private final String verb;

  ProtocolTransition(Change.Action action, String verb) {
    this.action = action;
    this.verb = verb;
  }

  /** Those that begin where a protocol stands. */
  static List<ProtocolTransition> startingAt(ProtocolStatus status) {
    return Stream.of(values()).filter(transition -> transition.startsAt(status)).toList();
  }

  boolean startsAt(ProtocolStatus status) {
    return switch (this) {
      case RELEASE -> status == ProtocolStatus.CREATED;
      case START -> status == ProtocolStatus.RELEASED || status == ProtocolStatus.AWAITING_GATE;
      case SUBMIT -> status == ProtocolStatus.IN_PROGRESS;
      case APPROVE -> status == ProtocolStatus.SUBMITTED;
      case VALIDATE -> status == ProtocolStatus.APPROVED;
      case FINALIZE -> status == ProtocolStatus.VALIDATED;
      case REJECT -> status.isVerified();
      case RESUME -> status == ProtocolStatus.REJECTED;
      case REOPEN -> status == ProtocolStatus.FINALIZED;
      case CANCEL -> !status.isDone();
    };
  }

  /** The kind of act that the audit knows it as. */
  Change.Action action() {
    return action;
  }

  /** What was done, in the audit's words: {@code protocol.submitted}. */
  String verb() {
    return verb;
  }

  /** Whether whoever does it signs. */
  boolean isSigned() {
    return action == Change.Action.SIGN;
  }
}
