package io.protoworks.identity;

import io.protoworks.platform.Row;
import java.util.List;
import java.util.UUID;

/** What a user may do everywhere. */
record PermissionsOfUser(UUID userId, List<String> permissions) implements Row {}
