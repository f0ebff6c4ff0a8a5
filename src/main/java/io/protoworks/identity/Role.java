package io.protoworks.identity;

import io.protoworks.platform.Row;
import io.protoworks.platform.Versioned;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A named set of permissions. Code asks for a permission, never for a role. */
public record Role(
    UUID id,
    String name,
    @Nullable String description,
    boolean isBase,
    List<String> permissions,
    int version,
    OffsetDateTime createdAt,
    OffsetDateTime updatedAt)
    implements Row, Versioned {}
