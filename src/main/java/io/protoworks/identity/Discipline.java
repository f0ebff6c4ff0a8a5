package io.protoworks.identity;

import io.protoworks.platform.Row;
import io.protoworks.platform.Versioned;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A technical discipline of commissioning: electrical, mechanical, instrumentation. */
public record Discipline(
    UUID id,
    String name,
    String code,
    String legend,
    boolean isActive,
    int version,
    OffsetDateTime createdAt,
    OffsetDateTime updatedAt)
    implements Row, Versioned {}
