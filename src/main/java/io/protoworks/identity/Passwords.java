package io.protoworks.identity;

import io.protoworks.platform.Failure;
import io.protoworks.platform.Refused;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords. Each hash is made to take much memory, so only a few are worked on
 * at once, however many ask.
 */
@Component
class Passwords {
  /** Longer ones are refused unseen. */
  static final int MAXIMUM_LENGTH = 1_000;

  private final PasswordEncoder encoder;
  private final PasswordProperties properties;
  private final Duration patience;
  private final Semaphore turns;
  private final String hashOfNobody;

  Passwords(PasswordEncoder encoder, PasswordProperties properties, LoginProperties logins) {
    this.encoder = encoder;
    this.properties = properties;
    this.patience = logins.patience();
    this.turns = new Semaphore(logins.parallelChecks(), true);
    this.hashOfNobody = encode(Secrets.random());
  }

  /** Refuses a new password that is too short or too long. */
  void requireAcceptable(String field, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < properties.minimumLength()) {
      throw Refused.invalid(
          field, "A password has at least %d characters.".formatted(properties.minimumLength()));
    }
    requireCheckable(field, password);
  }

  /** Refuses a password that is too long to be anybody's. */
  void requireCheckable(String field, String password) {
    if (password.length() > MAXIMUM_LENGTH) {
      throw Refused.invalid(
          field, "A password has at most %,d characters.".formatted(MAXIMUM_LENGTH));
    }
  }

  String hash(String password) {
    return inTurn(() -> encode(password));
  }

  /**
   * Whether the password is the one of this hash. Without a hash it takes as long to say no. To be
   * called {@link #inTurn}.
   */
  boolean matches(String password, @Nullable String hash) {
    boolean matches = encoder.matches(password, hash == null ? hashOfNobody : hash);
    return matches && hash != null;
  }

  /** Does work with passwords when its turn comes. */
  <T> T inTurn(Supplier<T> work) {
    try {
      if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw tooBusy();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw tooBusy();
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  static Failure tooBusy() {
    return Failure.tooMany("Too many are signing in at once. Try again in a moment.");
  }

  private String encode(String password) {
    String hash = encoder.encode(password);
    if (hash == null) {
      throw new IllegalStateException("the encoder made no hash");
    }
    return hash;
  }
}
