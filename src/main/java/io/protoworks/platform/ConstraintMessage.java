package io.protoworks.platform;

import java.util.List;

/**
 * What a broken constraint means to a person.
 *
 * @param constraint its name in the database
 * @param error what the payload says
 */
public record ConstraintMessage(String constraint, UserError error) {

  /** A bean of a module that names its constraints. */
  @FunctionalInterface
  public interface Source {
    List<ConstraintMessage> constraintMessages();
  }

  /** Another object has the value already. */
  public static ConstraintMessage notUnique(String constraint, String field, String message) {
    return new ConstraintMessage(
        constraint, new UserError.NotUnique(message, "NOT_UNIQUE", List.of("input", field)));
  }

  /** The value does not fit the field. */
  public static ConstraintMessage invalid(String constraint, String field, String message) {
    return new ConstraintMessage(
        constraint, new UserError.InvalidInput(message, "INVALID_INPUT", List.of("input", field)));
  }
}
