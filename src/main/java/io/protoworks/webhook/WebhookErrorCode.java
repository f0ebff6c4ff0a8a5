package io.protoworks.webhook;

import io.protoworks.platform.UserErrorCode;

/** The codes of refusals that this module adds; its section of the schema says what they mean. */
enum WebhookErrorCode implements UserErrorCode {
  SELECTION_INVALID,
  EVENTS_MISSED
}
