package io.protoworks.identity;

import io.protoworks.identity.LoginThrottle.Subject;
import io.protoworks.platform.Client;
import io.protoworks.platform.Refused;
import io.protoworks.platform.SecurityEvents;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets a password be tried, unless there were too many wrong ones of late. The attempts for one
 * e-mail address follow each other, so that many at once get no more tries than one after the
 * other; those from one host address may overshoot by as many as are checked at once.
 */
@Component
class LoginAttempts {
  private static final int LOCKS = 256;

  private final LoginThrottle throttle;
  private final Passwords passwords;
  private final SecurityEvents securityEvents;
  private final Duration patience;
  private final Lock[] locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);

  LoginAttempts(
      LoginThrottle throttle,
      Passwords passwords,
      SecurityEvents securityEvents,
      LoginProperties properties) {
    this.throttle = throttle;
    this.passwords = passwords;
    this.securityEvents = securityEvents;
    this.patience = properties.patience();
  }

  /**
   * Whether the attempt succeeds. Refuses it unseen while e-mail or host address are blocked.
   *
   * @param userId whose attempt it is, null when nobody has the e-mail address
   * @param check the attempt itself
   */
  boolean attempt(String email, @Nullable UUID userId, Client client, BooleanSupplier check) {
    Subject account = throttle.ofEmail(email);
    Subject address = throttle.ofAddress(client.address());
    Lock lock = locks[Math.floorMod(account.hash().hashCode(), LOCKS)];
    acquire(lock);
    try {
      return passwords.inTurn(
          () -> {
            refuseWhileBlocked(account, address);
            boolean succeeded = check.getAsBoolean();
            if (succeeded) {
              throttle.clear(account);
            } else {
              count(account, userId, client);
              count(address, userId, client);
            }
            return succeeded;
          });
    } finally {
      lock.unlock();
    }
  }

  private void acquire(Lock lock) {
    try {
      if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Passwords.tooBusy();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw Passwords.tooBusy();
    }
  }

  private void refuseWhileBlocked(Subject account, Subject address) {
    int seconds = throttle.blockedSeconds(account, address);
    if (seconds > 0) {
      throw new Refused(AccessErrors.tooManyAttempts(seconds));
    }
  }

  private void count(Subject subject, @Nullable UUID userId, Client client) {
    Duration block = throttle.countFailure(subject);
    if (block.isPositive()) {
      securityEvents.record(
          "LOGIN_BLOCKED",
          userId,
          client,
          Map.of("subject", subject.kind(), "seconds", Long.toString(block.toSeconds())));
    }
  }
}
