package io.protoworks.identity;

import io.protoworks.platform.Row;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A device that a user is known by. */
public record Device(
    UUID id,
    UUID userId,
    @Nullable String name,
    @Nullable String platform,
    OffsetDateTime createdAt,
    OffsetDateTime lastSeenAt,
    @Nullable OffsetDateTime revokedAt)
    implements Row {

  boolean isDescribedAs(Device other) {
    return Objects.equals(name, other.name()) && Objects.equals(platform, other.platform());
  }
}
