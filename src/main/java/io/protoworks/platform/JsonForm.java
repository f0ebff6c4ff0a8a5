package io.protoworks.platform;

/**
 * Marks a sealed interface whose records are kept as {@code jsonb}: the components of a record are
 * the members of the object, their names are the members' names.
 *
 * <p>A statement takes a record, or an array of the interface, as it is. A row that has such a
 * column holds it as {@link Json}, which passes through as text, and makes the record of it only
 * when somebody asks: {@link JsonForms} reads what {@link JsonForms} wrote, {@link JsonObject} what
 * anybody else wrote.
 */
public interface JsonForm {}
