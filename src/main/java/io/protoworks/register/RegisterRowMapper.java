package io.protoworks.register;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes records of rows by a mapping, and says of each row that is no record why. */
final class RegisterRowMapper {

  private static final char REPLACEMENT = '\uFFFD';

  private final List<String> headers;
  private final Map<RegisterField, Integer> columns = new EnumMap<>(RegisterField.class);
  private final Map<RegisterField, String> defaults;
  private final Set<String> blankMarkers;

  RegisterRowMapper(RegisterMapping mapping, RegisterLayout layout, RegisterOptions options) {
    this.headers = layout.headers();
    this.defaults = mapping.defaults();
    this.blankMarkers = options.blankMarkers();
    for (RegisterField field : RegisterField.values()) {
      String header = mapping.columns().get(field);
      if (header != null) {
        columns.put(field, requireColumn(header, layout));
      }
    }
    for (RegisterField field : RegisterField.values()) {
      requireDefault(field);
    }
  }

  private static int requireColumn(String header, RegisterLayout layout) {
    int column = layout.columnOf(header);
    if (column < 0) {
      List<String> near = RegisterNames.nearest(header, layout.headers());
      throw new RegisterRefusedException(
          RegisterRefusal.UNKNOWN_COLUMN,
          "The file has no column \"%s\": choose %s."
              .formatted(header, RegisterNames.offer(near, layout.headers())),
          near);
    }
    return column;
  }

  private void requireDefault(RegisterField field) {
    String value = defaults.get(field);
    if (value == null) {
      if (field.isRequired() && !columns.containsKey(field)) {
        throw new RegisterRefusedException(
            RegisterRefusal.UNMAPPED_FIELD,
            "Every row needs the %s: choose the column that holds it, or a default value."
                .formatted(field.label()));
      }
      return;
    }
    RegisterRowProblem problem = check(0, field, value);
    if (problem != null) {
      throw new RegisterRefusedException(
          RegisterRefusal.INVALID_MAPPING,
          "The default value of the %s cannot be used. %s"
              .formatted(field.label(), problem.reason()));
    }
  }

  RegisterRowOutcome map(RegisterRow row) {
    for (RegisterRow.Defect defect : row.defects()) {
      if (defect.spoilsRow()) {
        return refused(row, List.of(problem(row, defect, null)));
      }
    }
    Map<RegisterField, String> values = new EnumMap<>(RegisterField.class);
    List<RegisterRowProblem> problems = new ArrayList<>();
    read(row, RegisterField.TAG_ID, values, problems);
    if (!values.containsKey(RegisterField.TAG_ID)) {
      // Without a tag it is no equipment's row, and what else it lacks helps nobody.
      return refused(row, problems);
    }
    for (RegisterField field : RegisterField.values()) {
      if (field != RegisterField.TAG_ID) {
        read(row, field, values, problems);
      }
    }
    return problems.isEmpty()
        ? new RegisterRowOutcome.Accepted(row.rowNumber(), record(values))
        : refused(row, problems);
  }

  private static RegisterRowOutcome refused(RegisterRow row, List<RegisterRowProblem> problems) {
    return new RegisterRowOutcome.Refused(row.rowNumber(), List.copyOf(problems));
  }

  /** Puts a field's value with the others; a bad one goes with its problem, a blank one not. */
  private void read(
      RegisterRow row,
      RegisterField field,
      Map<RegisterField, String> values,
      List<RegisterRowProblem> problems) {
    Integer column = columns.get(field);
    String value = null;
    if (column != null) {
      for (RegisterRow.Defect defect : row.defects()) {
        if (defect.column() == column) {
          problems.add(problem(row, defect, field));
          return;
        }
      }
      value = RegisterValues.text(row.cells().get(column), blankMarkers);
    }
    if (value == null) {
      value = defaults.get(field);
    }
    RegisterRowProblem problem =
        value == null ? checkBlank(row.rowNumber(), field) : check(row.rowNumber(), field, value);
    if (problem != null) {
      problems.add(problem);
    }
    if (value != null) {
      values.put(field, value);
    }
  }

  private @Nullable RegisterRowProblem checkBlank(long rowNumber, RegisterField field) {
    if (!field.isRequired()) {
      return null;
    }
    String remedy =
        field == RegisterField.TAG_ID ? "fill it in, or delete the row." : "fill it in.";
    return problem(
        rowNumber,
        field,
        RegisterProblemCode.REQUIRED_BLANK,
        "",
        "Every row needs the %s, and this one has none: %s".formatted(field.label(), remedy));
  }

  private @Nullable RegisterRowProblem check(long rowNumber, RegisterField field, String value) {
    if (field.isRequired() && RegisterValues.isBlank(value)) {
      return checkBlank(rowNumber, field);
    }
    int length = value.codePointCount(0, value.length());
    if (length > field.maxLength()) {
      return problem(
          rowNumber,
          field,
          RegisterProblemCode.TOO_LONG,
          value,
          "The %s has %d characters and may have %d: shorten it."
              .formatted(field.label(), length, field.maxLength()));
    }
    for (int index = 0; index < value.length(); index++) {
      RegisterRowProblem problem = checkCharacter(rowNumber, field, value, index);
      if (problem != null) {
        return problem;
      }
    }
    if (field == RegisterField.ACTIVE && RegisterValues.yesOrNo(value) == null) {
      return problem(
          rowNumber,
          field,
          RegisterProblemCode.NOT_A_BOOLEAN,
          value,
          "The %s says neither yes nor no: write yes or no, 1 or 0, active or inactive."
              .formatted(field.label()));
    }
    return null;
  }

  private @Nullable RegisterRowProblem checkCharacter(
      long rowNumber, RegisterField field, String value, int index) {
    char character = value.charAt(index);
    boolean isLayout = character == '\n' || character == '\r' || character == '\t';
    if (Character.isISOControl(character) && (field.isCode() || !isLayout)) {
      return problem(
          rowNumber,
          field,
          RegisterProblemCode.CONTROL_CHARACTER,
          value,
          "The %s holds the control character U+%04X at position %d: delete it."
              .formatted(field.label(), (int) character, index + 1));
    }
    if (character == REPLACEMENT) {
      return problem(
          rowNumber,
          field,
          RegisterProblemCode.UNREADABLE_CHARACTER,
          value,
          "The %s lost a character at position %d: correct it, or choose another character set."
              .formatted(field.label(), index + 1));
    }
    return null;
  }

  private RegisterRowProblem problem(
      long rowNumber, RegisterField field, RegisterProblemCode code, String value, String reason) {
    Integer column = columns.get(field);
    String header = column == null ? null : headers.get(column);
    return new RegisterRowProblem(rowNumber, header, field, code, value, reason);
  }

  private RegisterRowProblem problem(
      RegisterRow row, RegisterRow.Defect defect, @Nullable RegisterField field) {
    String header = defect.column() < headers.size() ? headers.get(defect.column()) : null;
    return new RegisterRowProblem(
        row.rowNumber(), header, field, defect.code(), defect.value(), defect.reason());
  }

  private static RegisterRecord record(Map<RegisterField, String> values) {
    String active = values.get(RegisterField.ACTIVE);
    return new RegisterRecord(
        required(values, RegisterField.AREA_CODE),
        values.get(RegisterField.AREA_NAME),
        required(values, RegisterField.SYSTEM_CODE),
        values.get(RegisterField.SYSTEM_NAME),
        required(values, RegisterField.SUBSYSTEM_CODE),
        values.get(RegisterField.SUBSYSTEM_NAME),
        required(values, RegisterField.TAG_ID),
        required(values, RegisterField.APPLICATION),
        values.get(RegisterField.DISCIPLINE_CODE),
        active == null ? null : RegisterValues.yesOrNo(active));
  }

  private static String required(Map<RegisterField, String> values, RegisterField field) {
    return Objects.requireNonNull(values.get(field));
  }
}
