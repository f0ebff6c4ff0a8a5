package io.protoworks.attachment;

import io.protoworks.platform.UserErrorCode;

/** The codes of refusals that this module adds; its section of the schema says what they mean. */
enum AttachmentErrorCode implements UserErrorCode {
  UPLOAD_TOO_LARGE,
  UPLOAD_REFUSED
}
