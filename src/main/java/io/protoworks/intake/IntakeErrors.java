package io.protoworks.intake;

import io.protoworks.platform.PlatformErrorCode;
import io.protoworks.platform.Refused;
import io.protoworks.platform.UserError;
import io.protoworks.platform.UserErrorCode;
import io.protoworks.register.RegisterRefusal;
import io.protoworks.register.RegisterRefusedException;
import java.util.List;

/** The refusals of this module as the graph has them, and how a refused register becomes one. */
final class IntakeErrors {
  private IntakeErrors() {}

  /** The file is no register that can be read. */
  record UnsupportedFile(
      String message, UserErrorCode code, List<String> path, RegisterRefusal reason)
      implements UserError {}

  /** The mapping does not fit the file. */
  record MappingInvalid(
      String message,
      UserErrorCode code,
      List<String> path,
      RegisterRefusal reason,
      List<String> nearMatches)
      implements UserError {}

  /** Another import is at work in the project. */
  record ImportRunning(String message, UserErrorCode code, List<String> path)
      implements UserError {}

  /** What a refused register means to the caller of a mutation. */
  static Refused of(RegisterRefusedException refused) {
    String message = String.valueOf(refused.getMessage());
    return new Refused(
        switch (refused.refusal()) {
          case UNKNOWN_COLUMN, UNMAPPED_FIELD, INVALID_MAPPING ->
              new MappingInvalid(
                  message,
                  IntakeErrorCode.MAPPING_INVALID,
                  List.of("input", "mapping"),
                  refused.refusal(),
                  refused.nearMatches());
          case INVALID_OPTION, UNKNOWN_SHEET ->
              new UserError.InvalidInput(
                  message, PlatformErrorCode.INVALID_INPUT, List.of("input", "options"));
          default ->
              new UnsupportedFile(
                  message,
                  IntakeErrorCode.UNSUPPORTED_FILE,
                  List.of("input", "uploadId"),
                  refused.refusal());
        });
  }
}
