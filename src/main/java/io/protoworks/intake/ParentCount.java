package io.protoworks.intake;

import io.protoworks.platform.Row;
import java.util.UUID;

/** How many children a parent has. */
record ParentCount(UUID parentId, int count) implements Row {}
