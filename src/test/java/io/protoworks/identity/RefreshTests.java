package io.protoworks.identity;

import static io.protoworks.identity.Accounts.atOnce;
import static io.protoworks.identity.Accounts.codes;
import static io.protoworks.identity.Accounts.refresh;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.Accounts.Tokens;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class RefreshTests {
  @Autowired Api api;
  @Autowired Accounts accounts;
  @Autowired JdbcClient database;

  private Map<String, @Nullable Object> session(UUID id) {
    return database
        .sql(
            "select revoked_at is not null as revoked, revoked_reason, suspicious,"
                + " expires_at - created_at <= interval '90 days' as within_longest,"
                + " (select count(*) from audit.security_events event"
                + "   where event.user_id = session.user_id"
                + "     and event.type = 'REFRESH_TOKEN_REUSED') as events"
                + " from identity.sessions session where id = ?")
        .params(id)
        .query()
        .singleRow();
  }

  private void changeSession(UUID id, String assignment) {
    database
        .sql("update identity.sessions set " + assignment + " where id = ?")
        .params(id)
        .update();
  }

  @Test
  void givesTheNextTokensOfTheSameSession() {
    Tokens first = accounts.login(api, accounts.user());
    Tokens second = Accounts.tokens(refresh(api.anonymous(), first.refresh()).execute(), "refresh");
    Tokens third = Accounts.tokens(refresh(api.anonymous(), second.refresh()).execute(), "refresh");
    assertThat(List.of(first.refresh(), second.refresh(), third.refresh())).doesNotHaveDuplicates();
    assertThat(accounts.sessionOf(third.access())).isEqualTo(accounts.sessionOf(first.access()));
    api.as(third.access()).document("{ viewer { id } }").executeAndVerify();
  }

  @Test
  void aTokenUsedTwiceEndsItsSession() {
    People.SignedIn user = accounts.user();
    Tokens first = accounts.login(api, user);
    Tokens second = Accounts.tokens(refresh(api.anonymous(), first.refresh()).execute(), "refresh");
    assertRefused(refresh(api.anonymous(), first.refresh()), "refresh", "REFRESH_FAILED");
    assertThat(session(accounts.sessionOf(first.access())))
        .containsEntry("revoked", true)
        .containsEntry("revoked_reason", "REFRESH_TOKEN_REUSED")
        .containsEntry("suspicious", true)
        .containsEntry("events", 1L);
    assertRefused(refresh(api.anonymous(), second.refresh()), "refresh", "REFRESH_FAILED");
    assertRefused(refresh(api.anonymous(), first.refresh()), "refresh", "REFRESH_FAILED");
    assertThat(session(accounts.sessionOf(first.access()))).containsEntry("events", 1L);
    api.as(user.token()).document("{ viewer { id } }").executeAndVerify();
  }

  @Test
  void ofEightAtOnceOneSucceeds() {
    Tokens tokens = accounts.login(api, accounts.user());
    List<Boolean> succeeded =
        atOnce(
            8,
            () -> codes(refresh(api.anonymous(), tokens.refresh()).execute(), "refresh").isEmpty());
    assertThat(succeeded).containsOnlyOnce(true);
    assertThat(session(accounts.sessionOf(tokens.access()))).containsEntry("events", 1L);
  }

  @Test
  void anUnknownTokenServesNobody() {
    assertRefused(refresh(api.anonymous(), "nonsense"), "refresh", "REFRESH_FAILED");
    assertRefused(refresh(api.anonymous(), ""), "refresh", "REFRESH_FAILED");
    assertRefused(refresh(api.anonymous(), "nul \u0000"), "refresh", "REFRESH_FAILED");
  }

  @Test
  void anExpiredSessionStaysExpired() {
    Tokens tokens = accounts.login(api, accounts.user());
    UUID session = accounts.sessionOf(tokens.access());
    changeSession(session, "created_at = now() - interval '15 days', expires_at = now()");
    assertRefused(refresh(api.anonymous(), tokens.refresh()), "refresh", "REFRESH_FAILED");
    assertThat(session(session)).containsEntry("revoked", false).containsEntry("events", 0L);
  }

  @Test
  void noSessionLastsLongerThanTheLongest() {
    Tokens tokens = accounts.login(api, accounts.user());
    UUID session = accounts.sessionOf(tokens.access());
    changeSession(session, "created_at = now() - interval '89 days'");
    Tokens next = Accounts.tokens(refresh(api.anonymous(), tokens.refresh()).execute(), "refresh");
    assertThat(session(session)).containsEntry("within_longest", true);
    changeSession(session, "created_at = now() - interval '90 days'");
    assertRefused(refresh(api.anonymous(), next.refresh()), "refresh", "REFRESH_FAILED");
  }

  @Test
  void aSuspendedUserGetsNone() {
    People.SignedIn user = accounts.user();
    Tokens tokens = accounts.login(api, user);
    database
        .sql("update identity.users set status = 'SUSPENDED' where id = ?")
        .params(user.id())
        .update();
    assertRefused(refresh(api.anonymous(), tokens.refresh()), "refresh", "REFRESH_FAILED");
  }
}
