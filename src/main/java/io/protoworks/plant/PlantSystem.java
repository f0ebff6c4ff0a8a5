package io.protoworks.plant;

import io.protoworks.platform.Row;
import io.protoworks.platform.Versioned;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A system of an area: the second level of the hierarchy; {@code System} in the graph. */
public record PlantSystem(
    UUID id,
    UUID areaId,
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
    return areaId;
  }
}
