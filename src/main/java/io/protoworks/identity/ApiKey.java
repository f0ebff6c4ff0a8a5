package io.protoworks.identity;

import io.protoworks.platform.Row;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key by which an integrator acts as a user without a login. Never holds the key itself. */
public record ApiKey(
    UUID id,
    UUID userId,
    String name,
    String hint,
    List<String> scopes,
    OffsetDateTime createdAt,
    @Nullable OffsetDateTime expiresAt,
    @Nullable OffsetDateTime lastUsedAt,
    @Nullable OffsetDateTime revokedAt)
    implements Row {}
