package io.protoworks.protocol;

import io.protoworks.template.ItemType;
import java.util.List;
import java.util.UUID;

/** Takes the steps of protocols of stage C1, one transaction for each. */
interface TransitionPlayer {
  /** What is done with a protocol, in this order. */
  enum Step {
    RELEASE,
    FILL,
    SUBMIT,
    APPROVE,
    APPROVE_ITEMS,
    VALIDATE,
    FINALIZE;

    /** The version of a protocol that nobody else touched, when it comes to this step. */
    int expectedVersion() {
      return switch (this) {
        case RELEASE -> 1;
        case FILL -> 2;
        case SUBMIT -> 3;
        case APPROVE -> 4;
        case APPROVE_ITEMS, VALIDATE -> 5;
        case FINALIZE -> 6;
      };
    }

    boolean isSigned() {
      return this == APPROVE || this == VALIDATE || this == FINALIZE;
    }

    /** Where the protocol stands before it. */
    ProtocolStatus previous() {
      return switch (this) {
        case RELEASE -> ProtocolStatus.CREATED;
        case FILL -> ProtocolStatus.RELEASED;
        case SUBMIT -> ProtocolStatus.IN_PROGRESS;
        case APPROVE -> ProtocolStatus.SUBMITTED;
        case APPROVE_ITEMS, VALIDATE -> ProtocolStatus.APPROVED;
        case FINALIZE -> ProtocolStatus.VALIDATED;
      };
    }

    /** Where the protocol stands after it; the approval of items leaves it where it is. */
    ProtocolStatus next() {
      return switch (this) {
        case RELEASE -> ProtocolStatus.RELEASED;
        case FILL -> ProtocolStatus.IN_PROGRESS;
        case SUBMIT -> ProtocolStatus.SUBMITTED;
        case APPROVE, APPROVE_ITEMS -> ProtocolStatus.APPROVED;
        case VALIDATE -> ProtocolStatus.VALIDATED;
        case FINALIZE -> ProtocolStatus.FINALIZED;
      };
    }
  }

  /** A protocol, with its items once it is released. */
  record Subject(UUID id, List<SubjectItem> items) {}

  record SubjectItem(UUID id, ItemType type) {}

  void take(Step step, Subject subject) throws Exception;

  /** Gives back what it holds. */
  default void close() throws Exception {}
}
