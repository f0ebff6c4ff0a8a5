package io.protoworks.identity;

import io.protoworks.platform.Row;
import java.time.OffsetDateTime;
import java.util.UUID;

/** That somebody belongs to a department. */
record DepartmentMember(UUID id, UUID userId, UUID departmentId, OffsetDateTime assignedAt)
    implements Row {}
