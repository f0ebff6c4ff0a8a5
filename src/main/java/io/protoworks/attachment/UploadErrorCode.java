package io.protoworks.attachment;

/**
 * The stable codes of what is answered to the bytes of an upload, under {@code extensions.code}.
 */
enum UploadErrorCode {
  NOT_FOUND,
  CONFLICT,
  TOO_LARGE,
  INCOMPLETE,
  HASH_MISMATCH,
  TYPE_MISMATCH,
  IMAGE_TOO_LARGE,
  IMAGE_UNREADABLE
}
