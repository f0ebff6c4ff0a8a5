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
        constraint,
        new UserError.NotUnique(message, PlatformErrorCode.NOT_UNIQUE, List.of("input", field)));
  }

  /** The value does not fit the field. */
  public static ConstraintMessage invalid(String constraint, String field, String message) {
    return new ConstraintMessage(
        constraint,
        new UserError.InvalidInput(
            message, PlatformErrorCode.INVALID_INPUT, List.of("input", field)));
  }

  /** A reference in the input that names nothing. */
  public static ConstraintMessage unknown(String constraint, String field, String noun) {
    return new ConstraintMessage(
        constraint,
        new UserError.InvalidInput(
            "There is no such %s, or you may not see it.".formatted(noun),
            PlatformErrorCode.UNKNOWN_REFERENCE,
            List.of("input", field)));
  }

  /** Something that arose at the same moment stands in the way; the database does not say what. */
  public static ConstraintMessage inTheWay(String constraint, String message) {
    return new ConstraintMessage(
        constraint,
        new UserError.InTheWay(message, PlatformErrorCode.IN_THE_WAY, List.of(), List.of(), 0));
  }
}
