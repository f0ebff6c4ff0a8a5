package io.protoworks.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class AccessCleaningTests {
  @Autowired Api api;
  @Autowired Accounts accounts;
  @Autowired AccessCleaning cleaning;
  @Autowired LoginThrottle throttle;
  @Autowired JdbcClient database;

  private long count(String table, String column, String value) {
    return database
        .sql("select count(*) from %s where %s = ?".formatted(table, column))
        .params(value)
        .query(Long.class)
        .single();
  }

  @Test
  void takesAwayExpiredTokensOnly() {
    String live = accounts.login(api, accounts.user()).refresh();
    String expired = accounts.login(api, accounts.user()).refresh();
    database
        .sql(
            "update identity.refresh_tokens set created_at = now() - interval '15 days',"
                + " expires_at = now() - interval '1 day' where token_hash = ?")
        .params(Secrets.hash(expired))
        .update();
    cleaning.clean();
    assertThat(count("identity.refresh_tokens", "token_hash", Secrets.hash(live))).isEqualTo(1);
    assertThat(count("identity.refresh_tokens", "token_hash", Secrets.hash(expired))).isZero();
  }

  @Test
  void takesAwayForgottenFailuresOnly() {
    LoginThrottle.Subject late = throttle.ofEmail(UUID.randomUUID() + "@late.example");
    LoginThrottle.Subject early = throttle.ofEmail(UUID.randomUUID() + "@early.example");
    throttle.countFailure(late);
    throttle.countFailure(early);
    database
        .sql(
            "update identity.login_throttles set window_started_at = now() - interval '2 hours'"
                + " where subject_hash = ?")
        .params(early.hash())
        .update();
    cleaning.clean();
    assertThat(count("identity.login_throttles", "subject_hash", late.hash())).isEqualTo(1);
    assertThat(count("identity.login_throttles", "subject_hash", early.hash())).isZero();
  }
}
