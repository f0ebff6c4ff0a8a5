package io.protoworks.identity;

import io.protoworks.platform.Id;

/**
 * What the mutations take that end a session, a device or an API key.
 *
 * @param <T> the noun
 */
record RevokeInput<T>(Id<T> id) {}
