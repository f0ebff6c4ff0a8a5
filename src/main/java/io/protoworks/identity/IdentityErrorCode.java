package io.protoworks.identity;

import io.protoworks.platform.UserErrorCode;

/** The codes of refusals that this module adds; its section of the schema says what they mean. */
enum IdentityErrorCode implements UserErrorCode {
  LOGIN_FAILED,
  TOO_MANY_ATTEMPTS,
  REFRESH_FAILED,
  LIMIT_REACHED
}
