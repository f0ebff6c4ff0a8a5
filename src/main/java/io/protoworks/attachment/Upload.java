package io.protoworks.attachment;

import io.protoworks.platform.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file on its way in: what was announced, and what came. */
public record Upload(
    UUID id,
    UploadPurpose purpose,
    UploadStatus status,
    String fileName,
    String fileType,
    long fileSize,
    @Nullable String sha256,
    String storageKey,
    @Nullable Long storedSize,
    @Nullable String storedSha256,
    @Nullable String storedType,
    UUID createdBy,
    OffsetDateTime createdAt,
    OffsetDateTime expiresAt,
    @Nullable OffsetDateTime storedAt)
    implements Row {

  /** Whether the bytes are there and were checked. */
  public boolean isStored() {
    return status == UploadStatus.STORED || status == UploadStatus.BOUND;
  }

  /** Whether it was not used in time, be it cleaned or not yet. */
  boolean isExpired(Instant now) {
    return status == UploadStatus.EXPIRED
        || (status != UploadStatus.BOUND && !expiresAt.toInstant().isAfter(now));
  }
}
