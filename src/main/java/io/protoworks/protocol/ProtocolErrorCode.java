package io.protoworks.protocol;

import io.protoworks.platform.UserErrorCode;

/** The codes of refusals that this module adds; its section of the schema says what they mean. */
enum ProtocolErrorCode implements UserErrorCode {
  TRANSITION_BLOCKED,
  ITEM_JUDGED,
  NOT_PERMITTED
}
