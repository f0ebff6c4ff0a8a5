package io.protoworks.register;

import org.jspecify.annotations.Nullable;

/**
 * Why a row is refused.
 *
 * @param column name of the column, null where it has none
 * @param field null where no field is mapped to the column
 * @param value the beginning of what stands in the file
 * @param reason a sentence that says what is wrong and what to do
 */
public record RegisterRowProblem(
    long rowNumber,
    @Nullable String column,
    @Nullable RegisterField field,
    RegisterProblemCode code,
    String value,
    String reason) {

  private static final int MAX_VALUE_LENGTH = 500;

  public RegisterRowProblem {
    value = RegisterValues.truncate(value, MAX_VALUE_LENGTH);
  }
}
