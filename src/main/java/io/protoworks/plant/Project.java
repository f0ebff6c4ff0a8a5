package io.protoworks.plant;

import io.protoworks.platform.Row;
import io.protoworks.platform.Versioned;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A commissioning project: one plant, or one campaign in it. */
public record Project(
    UUID id,
    UUID ownerId,
    String name,
    String code,
    @Nullable String description,
    UUID clientCompanyId,
    @Nullable LocalDate startDate,
    @Nullable LocalDate expectedEndDate,
    boolean isActive,
    int version,
    OffsetDateTime createdAt,
    OffsetDateTime updatedAt,
    UUID createdBy,
    UUID updatedBy)
    implements Row, Versioned {}
