package io.protoworks.identity;

import io.protoworks.platform.Row;
import io.protoworks.platform.Versioned;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company that takes part in commissioning, and that users work for. */
public record Company(
    UUID id,
    String name,
    CompanyType type,
    @Nullable String cnpj,
    @Nullable String address,
    @Nullable String phone,
    @Nullable String email,
    boolean isActive,
    int version,
    OffsetDateTime createdAt,
    OffsetDateTime updatedAt)
    implements Row, Versioned {}
