package io.protoworks.platform;

import java.util.UUID;

/**
 * An id of any type that a module declares: what an input binds that may name anything.
 *
 * @param type the type's name in the graph, {@code Area}
 */
public record NodeId(String type, UUID uuid) {}
