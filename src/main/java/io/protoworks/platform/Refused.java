package io.protoworks.platform;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a mutation: the transaction rolls back, so nothing has changed, and the errors come back
 * as data in the payload's {@code errors}.
 */
public final class Refused extends RuntimeException {
  private final transient List<UserError> errors;

  public Refused(List<UserError> errors) {
    super(errors.getFirst().message());
    this.errors = List.copyOf(errors);
  }

  public Refused(UserError error) {
    this(List.of(error));
  }

  public List<UserError> errors() {
    return errors;
  }

  public static Refused invalid(String field, String message) {
    return new Refused(
        new UserError.InvalidInput(message, PlatformErrorCode.INVALID_INPUT, inputPath(field)));
  }

  /** A reference in the input that names nothing the caller may see. */
  public static Refused unknown(String field, String noun) {
    return new Refused(
        new UserError.InvalidInput(
            "There is no such %s, or you may not see it.".formatted(noun),
            PlatformErrorCode.UNKNOWN_REFERENCE,
            inputPath(field)));
  }

  public static Refused notUnique(String field, String message) {
    return new Refused(
        new UserError.NotUnique(message, PlatformErrorCode.NOT_UNIQUE, inputPath(field)));
  }

  public static Refused stale(@Nullable Object current) {
    return new Refused(UserError.StaleVersion.of(inputPath("expectedVersion"), current));
  }

  public static Refused inTheWay(String message, List<?> blockers, int blockerCount) {
    return inTheWay("id", message, blockers, blockerCount);
  }

  /** For what does not stand in the way of the object itself, but of a reference in the input. */
  public static Refused inTheWay(String field, String message, List<?> blockers, int blockerCount) {
    return new Refused(
        new UserError.InTheWay(
            message, PlatformErrorCode.IN_THE_WAY, inputPath(field), blockers, blockerCount));
  }

  /** How many blockers an error names. */
  public static final int BLOCKERS_SHOWN = 10;

  /** The way to a field of the input; dots lead into inputs within it. */
  private static List<String> inputPath(String field) {
    return Stream.concat(Stream.of("input"), Stream.of(field.split("\\."))).toList();
  }
}
