package io.protoworks.attachment;

import io.protoworks.platform.UserError;
import io.protoworks.platform.UserErrorCode;
import java.util.List;

/** The file is larger than the caller may upload. */
record UploadTooLarge(String message, UserErrorCode code, List<String> path, long maximumSize)
    implements UserError {

  static UploadTooLarge of(long size, long maximumSize) {
    return new UploadTooLarge(
        "The file has %d bytes, and you may upload %d: send it in parts, or ask an administrator."
            .formatted(size, maximumSize),
        AttachmentErrorCode.UPLOAD_TOO_LARGE,
        List.of("input", "fileSize"),
        maximumSize);
  }
}
