package io.protoworks.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a mutation was refused, as data: something that a person can do something about. A type of
 * the graph of the same name implements the interface {@code UserError}; modules add their own.
 */
public interface UserError {
  /** What is wrong and what to do next, for a person. */
  String message();

  /** A stable word for programs. */
  UserErrorCode code();

  /** Where in the input, from {@code input} down; empty when no single field is to blame. */
  List<String> path();

  /** A value that does not fit: too long, malformed, out of range, or unknown. */
  record InvalidInput(String message, UserErrorCode code, List<String> path) implements UserError {}

  /** Another object already has the value that must be unique. */
  record NotUnique(String message, UserErrorCode code, List<String> path) implements UserError {}

  /** Somebody changed the object since it was read; {@code current} is how it is now. */
  record StaleVersion(
      String message, UserErrorCode code, List<String> path, @Nullable Object current)
      implements UserError {
    public static StaleVersion of(List<String> path, @Nullable Object current) {
      return new StaleVersion(
          "Somebody changed this since you read it. Look at the current state and try again.",
          PlatformErrorCode.STALE_VERSION,
          path,
          current);
    }
  }

  /** Something else stands in the way; {@code blockers} are the first of {@code blockerCount}. */
  record InTheWay(
      String message, UserErrorCode code, List<String> path, List<?> blockers, int blockerCount)
      implements UserError {}
}
