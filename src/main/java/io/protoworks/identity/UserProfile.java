package io.protoworks.identity;

import io.protoworks.platform.Json;
import io.protoworks.platform.Row;
import io.protoworks.platform.Versioned;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a user presents themselves, and what they prefer. */
public record UserProfile(
    UUID userId,
    @Nullable String displayName,
    @Nullable String avatarUrl,
    Json preferences,
    int version,
    OffsetDateTime createdAt,
    OffsetDateTime updatedAt)
    implements Row, Versioned {}
