package io.protoworks.attachment;

import org.springframework.http.HttpStatus;

/** Why the bytes of an upload were not taken. */
final class UploadFailure extends RuntimeException {
  private final HttpStatus status;
  private final UploadErrorCode code;

  private UploadFailure(HttpStatus status, UploadErrorCode code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  HttpStatus status() {
    return status;
  }

  UploadErrorCode code() {
    return code;
  }

  static UploadFailure unknown() {
    return new UploadFailure(
        HttpStatus.NOT_FOUND,
        UploadErrorCode.NOT_FOUND,
        "There is no upload at this address: make one with createUpload.");
  }

  static UploadFailure over(String what) {
    return new UploadFailure(
        HttpStatus.CONFLICT,
        UploadErrorCode.CONFLICT,
        "This upload %s: make a new one with createUpload.".formatted(what));
  }

  static UploadFailure tooLarge(long announced) {
    return new UploadFailure(
        HttpStatus.CONTENT_TOO_LARGE,
        UploadErrorCode.TOO_LARGE,
        "More came than the %d bytes that were announced: make a new upload with the right size."
            .formatted(announced));
  }

  static UploadFailure incomplete(long announced, long received) {
    return new UploadFailure(
        HttpStatus.BAD_REQUEST,
        UploadErrorCode.INCOMPLETE,
        "%d bytes were announced and %d came: make a new upload with the right size."
            .formatted(announced, received));
  }

  static UploadFailure interrupted() {
    return new UploadFailure(
        HttpStatus.BAD_REQUEST,
        UploadErrorCode.INCOMPLETE,
        "The connection ended before all bytes came: send them again to the same address.");
  }

  static UploadFailure wrongHash(String announced, String received) {
    return new UploadFailure(
        HttpStatus.UNPROCESSABLE_CONTENT,
        UploadErrorCode.HASH_MISMATCH,
        "The bytes were damaged on their way: their SHA-256 is %s, %s was announced."
            .formatted(received, announced));
  }

  static UploadFailure wrongType(String announced, String found) {
    return new UploadFailure(
        HttpStatus.UNPROCESSABLE_CONTENT,
        UploadErrorCode.TYPE_MISMATCH,
        "The bytes are of the type %s, %s was announced.".formatted(found, announced));
  }

  static UploadFailure imageTooLarge(ImageFile.Size size, long maximumPixels) {
    return new UploadFailure(
        HttpStatus.UNPROCESSABLE_CONTENT,
        UploadErrorCode.IMAGE_TOO_LARGE,
        "The image has %d by %d pixels, and may have %d in all, 65,535 on a side: send a smaller copy."
            .formatted(size.width(), size.height(), maximumPixels));
  }

  static UploadFailure noImage(String type) {
    return new UploadFailure(
        HttpStatus.UNPROCESSABLE_CONTENT,
        UploadErrorCode.IMAGE_UNREADABLE,
        "The bytes begin like %s and are no such image: save it anew and make a new upload."
            .formatted(type));
  }
}
