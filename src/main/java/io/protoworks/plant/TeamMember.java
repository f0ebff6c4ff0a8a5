package io.protoworks.plant;

import io.protoworks.platform.Row;
import io.protoworks.platform.Versioned;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a project, whatever company they work for.
 *
 * @param roleId a role whose permissions the user has in this project only
 */
public record TeamMember(
    UUID id,
    UUID projectId,
    UUID userId,
    @Nullable UUID roleId,
    OffsetDateTime joinedAt,
    UUID addedBy,
    int version)
    implements Row, Versioned {}
