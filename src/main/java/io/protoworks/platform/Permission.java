package io.protoworks.platform;

/**
 * Something that roles can permit.
 *
 * @param name a noun in the plural, a dot, a verb: {@code projects.write}
 * @param description what it permits, for a person who makes a role
 */
public record Permission(String name, String description) {}
