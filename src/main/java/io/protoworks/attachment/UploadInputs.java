package io.protoworks.attachment;

import io.protoworks.platform.Id;
import org.jspecify.annotations.Nullable;

/** What the mutations of uploads take. */
final class UploadInputs {
  private UploadInputs() {}

  record CreateUploadInput(
      String fileName,
      String fileType,
      long fileSize,
      @Nullable String sha256,
      UploadPurpose purpose) {}

  record CompleteUploadInput(Id<Upload> id) {}
}
