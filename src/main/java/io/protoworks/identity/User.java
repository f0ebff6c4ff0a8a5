package io.protoworks.identity;

import io.protoworks.platform.Row;
import io.protoworks.platform.Versioned;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who acts, or the system user that acts for schedulers. Never holds a secret. */
public record User(
    UUID id,
    String email,
    @Nullable String phone,
    String name,
    @Nullable String oauthProvider,
    @Nullable UUID companyId,
    UserRole role,
    @Nullable UUID disciplineId,
    @Nullable String signatureImagePath,
    UserStatus status,
    String locale,
    Tier tier,
    @Nullable OffsetDateTime lastLoginAt,
    boolean isSystem,
    boolean isActive,
    int version,
    OffsetDateTime createdAt,
    OffsetDateTime updatedAt)
    implements Row, Versioned {}
