package io.protoworks.identity;

import io.protoworks.platform.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A login, from the moment it was made until it ends. Never holds a token. */
public record Session(
    UUID id,
    UUID userId,
    UUID deviceId,
    String ipAddress,
    @Nullable String userAgent,
    boolean isSuspicious,
    OffsetDateTime createdAt,
    OffsetDateTime refreshedAt,
    OffsetDateTime lastSeenAt,
    OffsetDateTime expiresAt,
    @Nullable OffsetDateTime revokedAt,
    @Nullable SessionEnd revokedReason)
    implements Row {

  boolean isRevoked() {
    return revokedAt != null;
  }
}
