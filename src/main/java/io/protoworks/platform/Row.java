package io.protoworks.platform;

/**
 * Marks a record that is read whole from a row: its components are the statement's columns, in the
 * same order. {@link RowHandler} reads them by index.
 */
public interface Row {}
