package io.protoworks.identity;

import io.protoworks.platform.Refused;

/** What a password must be like: long enough to resist guessing, short enough to be hashed. */
final class UserPassword {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 200;

  private UserPassword() {}

  static void check(String password, String field) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw Refused.invalid(
          field, "A password has %d to %d characters.".formatted(SHORTEST, LONGEST));
    }
  }
}
