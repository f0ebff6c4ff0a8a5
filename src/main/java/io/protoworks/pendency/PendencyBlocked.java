package io.protoworks.pendency;

import io.protoworks.platform.Refused;
import io.protoworks.platform.UserError;
import io.protoworks.platform.UserErrorCode;
import java.util.List;

/** This can't be done with the pendency as it stands. */
record PendencyBlocked(String message, UserErrorCode code, List<String> path, Pendency pendency)
    implements UserError {

  static Refused because(String message, Pendency pendency) {
    return new Refused(
        new PendencyBlocked(
            message, PendencyErrorCode.PENDENCY_BLOCKED, List.of("input"), pendency));
  }
}
