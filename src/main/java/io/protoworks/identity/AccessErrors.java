package io.protoworks.identity;

import io.protoworks.platform.UserError;
import io.protoworks.platform.UserErrorCode;
import java.util.List;

/** Why somebody does not get in, as data. */
final class AccessErrors {
  private AccessErrors() {}

  /** The same whatever is wrong, so that nobody learns who has an account. */
  record LoginRefused(String message, UserErrorCode code, List<String> path) implements UserError {}

  /** The refresh token is of no use any more. */
  record RefreshRefused(String message, UserErrorCode code, List<String> path)
      implements UserError {}

  /** Too many wrong passwords of late. */
  record TooManyAttempts(
      String message, UserErrorCode code, List<String> path, int retryAfterSeconds)
      implements UserError {}

  /** The user's plan allows no more. */
  record LimitReached(String message, UserErrorCode code, List<String> path, long limit)
      implements UserError {}

  static LoginRefused loginRefused() {
    return new LoginRefused(
        "This e-mail address and password don't let anybody in. Check both, or ask an"
            + " administrator.",
        IdentityErrorCode.LOGIN_FAILED,
        List.of());
  }

  static RefreshRefused refreshRefused() {
    return new RefreshRefused(
        "This refresh token is unknown, used or expired. Sign in again.",
        IdentityErrorCode.REFRESH_FAILED,
        List.of("input", "refreshToken"));
  }

  static TooManyAttempts tooManyAttempts(int seconds) {
    return new TooManyAttempts(
        "There were too many wrong passwords of late. Try again in %d seconds.".formatted(seconds),
        IdentityErrorCode.TOO_MANY_ATTEMPTS,
        List.of(),
        seconds);
  }

  static LimitReached tooManyApiKeys(long limit) {
    return new LimitReached(
        "Your plan allows %d API keys. Revoke one that you don't need.".formatted(limit),
        IdentityErrorCode.LIMIT_REACHED,
        List.of(),
        limit);
  }
}
