package io.protoworks.protocol;

import io.protoworks.platform.Row;
import java.util.UUID;

/**
 * A protocol and what its page stands under: a level of the hierarchy, an equipment, a template.
 */
record ProtocolUnder(UUID parentId, Protocol protocol) implements Row {}
