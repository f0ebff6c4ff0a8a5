package io.protoworks.identity;

import io.protoworks.platform.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody was given a role beside the base role. */
record RoleAssignment(
    UUID id, UUID userId, UUID roleId, OffsetDateTime assignedAt, @Nullable UUID assignedBy)
    implements Row {}
