package io.protoworks.register;

import java.util.Map;

/**
 * Which column of a register holds which field.
 *
 * @param columns names of columns, whose case and blanks do not matter
 * @param defaults values of fields where their cell is blank or they have no column
 */
public record RegisterMapping(
    Map<RegisterField, String> columns, Map<RegisterField, String> defaults) {

  public RegisterMapping {
    columns = Map.copyOf(columns);
    defaults = Map.copyOf(defaults);
  }
}
