package io.protoworks.platform;

/**
 * The input of a mutation that needs to know only which row, and which version of it was seen.
 *
 * @param <T> the noun
 */
public record VersionedId<T>(Id<T> id, int expectedVersion) {}
