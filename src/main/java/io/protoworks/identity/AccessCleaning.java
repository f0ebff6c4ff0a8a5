package io.protoworks.identity;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Takes away what no login needs any more: expired refresh tokens, forgotten failures. */
@Service
class AccessCleaning {
  private final SessionMapper sessions;
  private final LoginThrottleMapper throttles;
  private final LoginProperties logins;

  AccessCleaning(SessionMapper sessions, LoginThrottleMapper throttles, LoginProperties logins) {
    this.sessions = sessions;
    this.throttles = throttles;
    this.logins = logins;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void clean() {
    sessions.deleteExpiredTokens();
    throttles.deleteForgotten(logins.window().toSeconds());
  }
}
