package io.protoworks.platform;

import org.jspecify.annotations.Nullable;

/**
 * A request that can't be answered: it becomes a GraphQL error with a stable code. What the caller
 * can mend in the input of a mutation is a {@link Refused} instead.
 */
public final class Failure extends RuntimeException {
  private final ErrorCode code;
  private final String reason;
  private final @Nullable String cursor;

  private Failure(ErrorCode code, String message) {
    this(code, message, null);
  }

  private Failure(ErrorCode code, String message, @Nullable String cursor) {
    super(message);
    this.code = code;
    this.reason = message;
    this.cursor = cursor;
  }

  /** Where to go on, of a subscription that ended before its time. */
  public @Nullable String cursor() {
    return cursor;
  }

  /** What is wrong and what to do next, for a person. */
  public String reason() {
    return reason;
  }

  public ErrorCode code() {
    return code;
  }

  public static Failure unauthenticated() {
    return new Failure(ErrorCode.UNAUTHENTICATED, "Sign in first: this needs an access token.");
  }

  public static Failure unauthenticated(String message) {
    return new Failure(ErrorCode.UNAUTHENTICATED, message);
  }

  /** The caller may see the object, but not do this with it. */
  public static Failure forbidden(String permission) {
    return new Failure(
        ErrorCode.FORBIDDEN,
        "You need the permission %s for this; ask an administrator.".formatted(permission));
  }

  /** The caller may not do this, for a reason that is no permission. */
  public static Failure forbiddenBecause(String message) {
    return new Failure(ErrorCode.FORBIDDEN, message);
  }

  /** The same answer whether the object does not exist or the caller may not see it. */
  public static Failure notFound(String noun) {
    return new Failure(
        ErrorCode.NOT_FOUND, "There is no such %s, or you may not see it.".formatted(noun));
  }

  public static Failure badRequest(String message) {
    return new Failure(ErrorCode.BAD_REQUEST, message);
  }

  /** It could be done at another time. */
  public static Failure busy(String message) {
    return new Failure(ErrorCode.TIMEOUT, message);
  }

  public static Failure tooMany(String message) {
    return new Failure(ErrorCode.RATE_LIMITED, message);
  }

  /** A subscriber takes less than happens. */
  public static Failure tooSlow(String message, String cursor) {
    return new Failure(ErrorCode.TOO_SLOW, message, cursor);
  }

  /** What was asked for was there once and is kept no longer. */
  public static Failure gone(String message) {
    return new Failure(ErrorCode.GONE, message);
  }
}
