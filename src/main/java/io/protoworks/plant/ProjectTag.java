package io.protoworks.plant;

import io.protoworks.platform.Row;
import io.protoworks.platform.Versioned;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A label that people put on a project to find it again. Not the tag of an equipment. */
public record ProjectTag(
    UUID id,
    UUID projectId,
    String name,
    String color,
    int version,
    OffsetDateTime createdAt,
    OffsetDateTime updatedAt)
    implements Row, Versioned {}
