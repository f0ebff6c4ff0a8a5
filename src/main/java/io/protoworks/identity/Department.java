package io.protoworks.identity;

import io.protoworks.platform.Row;
import io.protoworks.platform.Versioned;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisational unit in its tree: company, region, site, department. */
public record Department(
    UUID id,
    String name,
    @Nullable UUID parentId,
    @Nullable String description,
    @Nullable UUID managerId,
    int version,
    OffsetDateTime createdAt,
    OffsetDateTime updatedAt)
    implements Row, Versioned {}
