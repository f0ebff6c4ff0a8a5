package io.protoworks.plant;

import io.protoworks.platform.Row;
import io.protoworks.platform.Versioned;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An area of a project: the first level of the hierarchy. */
public record Area(
    UUID id,
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
    return projectId;
  }
}
