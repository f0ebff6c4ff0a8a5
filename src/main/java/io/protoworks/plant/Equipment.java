package io.protoworks.plant;

import io.protoworks.platform.Row;
import io.protoworks.platform.Versioned;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A piece of equipment that is commissioned: the lowest level of the hierarchy. */
public record Equipment(
    UUID id,
    String tagId,
    String application,
    UUID subsystemId,
    UUID projectId,
    @Nullable UUID disciplineId,
    boolean isActive,
    int version,
    OffsetDateTime createdAt,
    OffsetDateTime updatedAt,
    UUID createdBy,
    UUID updatedBy)
    implements Row, Versioned, InSubsystem {
  /** As the database has it. */
  public static final int MAXIMUM_TAG_LENGTH = 50;

  /** As the database has it. */
  public static final int MAXIMUM_APPLICATION_LENGTH = 500;
}
