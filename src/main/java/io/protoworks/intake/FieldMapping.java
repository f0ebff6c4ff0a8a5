package io.protoworks.intake;

import io.protoworks.register.RegisterField;
import io.protoworks.register.RegisterMapping;
import io.protoworks.register.RegisterRefusal;
import io.protoworks.register.RegisterRefusedException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a field of a register comes from, as the graph has it.
 *
 * @param column name of the column that holds it
 * @param defaultValue its value where the cell is blank, or where it has no column
 */
record FieldMapping(RegisterField field, @Nullable String column, @Nullable String defaultValue) {

  static RegisterMapping toMapping(List<FieldMapping> fields) {
    Map<RegisterField, String> columns = new EnumMap<>(RegisterField.class);
    Map<RegisterField, String> defaults = new EnumMap<>(RegisterField.class);
    for (FieldMapping mapping : fields) {
      boolean twice = columns.containsKey(mapping.field()) || defaults.containsKey(mapping.field());
      if (twice) {
        throw new RegisterRefusedException(
            RegisterRefusal.INVALID_MAPPING,
            "The mapping names the %s twice: leave one out.".formatted(mapping.field().label()));
      }
      if (mapping.column() != null) {
        columns.put(mapping.field(), mapping.column());
      }
      if (mapping.defaultValue() != null) {
        defaults.put(mapping.field(), mapping.defaultValue());
      }
    }
    return new RegisterMapping(columns, defaults);
  }

  static List<FieldMapping> of(RegisterMapping mapping) {
    List<FieldMapping> fields = new ArrayList<>();
    for (RegisterField field : RegisterField.values()) {
      String column = mapping.columns().get(field);
      String defaultValue = mapping.defaults().get(field);
      if (column != null || defaultValue != null) {
        fields.add(new FieldMapping(field, column, defaultValue));
      }
    }
    return fields;
  }
}
