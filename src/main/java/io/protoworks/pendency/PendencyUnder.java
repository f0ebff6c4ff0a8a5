package io.protoworks.pendency;

import io.protoworks.platform.Row;
import java.util.UUID;

/** A pendency and what its page stands under: a level of the hierarchy, a protocol, an item. */
record PendencyUnder(UUID parentId, Pendency pendency) implements Row {}
