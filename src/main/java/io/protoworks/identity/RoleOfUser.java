package io.protoworks.identity;

import io.protoworks.platform.Row;
import java.util.UUID;

/** A role beside somebody who was given it. */
record RoleOfUser(UUID userId, Role role) implements Row {}
