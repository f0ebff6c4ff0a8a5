package io.protoworks.identity;

import io.protoworks.platform.Row;
import java.util.UUID;

/** A department beside one of its members. */
record DepartmentOfUser(UUID userId, Department department) implements Row {}
