package io.protoworks.intake;

import io.protoworks.platform.UserErrorCode;

/** The codes of refusals that this module adds; its section of the schema says what they mean. */
enum IntakeErrorCode implements UserErrorCode {
  IMPORT_RUNNING,
  UNSUPPORTED_FILE,
  MAPPING_INVALID
}
