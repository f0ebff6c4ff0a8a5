package io.protoworks.identity;

import io.protoworks.platform.RecurringWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
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

  @Bean
  RecurringWork accessCleaned() {
    return new RecurringWork("access-cleaning", Duration.ofHours(1), this::clean);
  }

  void clean() {
    sessions.deleteExpiredTokens();
    throttles.deleteForgotten(logins.window().toSeconds());
  }
}
