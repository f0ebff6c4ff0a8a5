package io.protoworks.platform;

import java.util.UUID;

/**
 * An id that an input names, already known to be of the right type.
 *
 * @param <T> the noun that the id is of
 */
@SuppressWarnings("UnusedTypeParameter") // the noun is read from the declared type when binding
public record Id<T>(UUID uuid) {}
