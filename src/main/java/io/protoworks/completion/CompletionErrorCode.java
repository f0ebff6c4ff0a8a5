package io.protoworks.completion;

import io.protoworks.platform.UserErrorCode;

/** The codes of refusals that this module adds; its section of the schema says what they mean. */
enum CompletionErrorCode implements UserErrorCode {
  SIGNATURE_IMAGE_MISSING
}
