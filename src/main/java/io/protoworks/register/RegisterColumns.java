package io.protoworks.register;

import java.util.EnumMap;
import java.util.Map;

/** The columns of one file that its fields come from, as the file writes their names. */
public final class RegisterColumns {
  private final Map<RegisterField, String> headers = new EnumMap<>(RegisterField.class);

  public RegisterColumns(RegisterMapping mapping, RegisterLayout layout) {
    mapping
        .columns()
        .forEach(
            (field, header) -> {
              int column = layout.columnOf(header);
              headers.put(field, column < 0 ? header : layout.headers().get(column));
            });
  }

  /** A problem with a field of a row, told with the field's column if it has one. */
  public RegisterRowProblem problem(
      long rowNumber, RegisterField field, RegisterProblemCode code, String value, String reason) {
    return new RegisterRowProblem(rowNumber, headers.get(field), field, code, value, reason);
  }
}
