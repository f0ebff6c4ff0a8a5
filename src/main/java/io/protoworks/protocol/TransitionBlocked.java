package io.protoworks.protocol;

import io.protoworks.platform.Refused;
import io.protoworks.platform.UserError;
import io.protoworks.platform.UserErrorCode;
import io.protoworks.protocol.TransitionBlocker.ConditionBlocker;
import java.util.List;

/** The protocol can't take this step now; {@code blockers} say all that is in the way. */
record TransitionBlocked(
    String message,
    UserErrorCode code,
    List<String> path,
    List<TransitionBlocker> blockers,
    Protocol protocol)
    implements UserError {

  static TransitionBlocked of(Protocol protocol, List<TransitionBlocker> blockers) {
    return of(protocol, blockers, List.of("input"));
  }

  static TransitionBlocked of(
      Protocol protocol, List<TransitionBlocker> blockers, List<String> path) {
    return new TransitionBlocked(
        blockers.getFirst().message(),
        ProtocolErrorCode.TRANSITION_BLOCKED,
        path,
        blockers,
        protocol);
  }

  /** Refuses what a protocol does not take in the status that it has. */
  static Refused wrongStatus(Protocol protocol, String message) {
    return new Refused(
        of(protocol, List.of(new ConditionBlocker(BlockerCode.WRONG_STATUS, message))));
  }
}
