package io.protoworks.plant;

import io.protoworks.platform.Row;
import io.protoworks.platform.Versioned;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A subsystem of a system: the third level of the hierarchy, and the unit that gates open for. */
public record Subsystem(
    UUID id,
    UUID systemId,
    UUID projectId,
    String name,
    String code,
    @Nullable String description,
    boolean isActive,
    int version,
    OffsetDateTime createdAt,
    OffsetDateTime updatedAt,
    UUID createdBy,
    UUID updatedBy)
    implements Row, Versioned, Branch {

  @Override
  public UUID parentId() {
    return systemId;
  }
}
