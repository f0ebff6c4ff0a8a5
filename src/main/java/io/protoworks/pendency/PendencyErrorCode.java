package io.protoworks.pendency;

import io.protoworks.platform.UserErrorCode;

/** The codes of refusals that this module adds; its section of the schema says what they mean. */
enum PendencyErrorCode implements UserErrorCode {
  PENDENCY_BLOCKED
}
