package io.protoworks.attachment;

import io.protoworks.platform.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that is attached to something.
 *
 * @param entityType what kind of thing it is attached to, such as {@code protocol_item}
 * @param projectId the project whose log tells of it; null for what is of none
 * @param fileType the media type as found in the bytes
 * @param sha256 the SHA-256 of the bytes, in hexadecimal digits
 * @param purgedAt when the bytes were deleted; null while they are there
 */
public record Attachment(
    UUID id,
    String entityType,
    UUID entityId,
    @Nullable UUID projectId,
    String filePath,
    String fileName,
    String fileType,
    long fileSize,
    String sha256,
    UUID uploadedBy,
    boolean isActive,
    @Nullable OffsetDateTime purgedAt,
    OffsetDateTime createdAt,
    OffsetDateTime updatedAt)
    implements Row {

  public boolean isImage() {
    return fileType.startsWith("image/");
  }

  /** Whether a small copy of it can be made. */
  boolean isPhoto() {
    return ImageFile.TYPES.contains(fileType);
  }
}
