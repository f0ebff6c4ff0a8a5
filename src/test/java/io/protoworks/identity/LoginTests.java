package io.protoworks.identity;

import static io.protoworks.identity.Accounts.PASSWORD;
import static io.protoworks.identity.Accounts.address;
import static io.protoworks.identity.Accounts.atOnce;
import static io.protoworks.identity.Accounts.codes;
import static io.protoworks.identity.Accounts.login;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.Accounts.Tokens;
import io.protoworks.platform.TypeId;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class LoginTests {
  @Autowired Api api;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired LoginThrottle throttle;
  @Autowired JdbcClient database;

  private long countSessions(UUID userId) {
    return database
        .sql("select count(*) from identity.sessions where user_id = ?")
        .params(userId)
        .query(Long.class)
        .single();
  }

  private void changeUser(UUID userId, String assignment) {
    database
        .sql("update identity.users set " + assignment + " where id = ?")
        .params(userId)
        .update();
  }

  @Nested
  class Done {
    @Test
    void givesTokensAndShowsWhoCameIn() {
      People.SignedIn user = accounts.user();
      GraphQlTester.Response response =
          login(api.anonymousFrom(address()), user.email(), PASSWORD).execute();
      response
          .path("login.viewer")
          .matchesJsonStrictly(
              """
              {"id": "%s", "company": {"id": "%s"}}
              """
                  .formatted(user.globalId(), new TypeId("company", user.companyId())));
      Tokens tokens = Accounts.tokens(response, "login");
      api.as(tokens.access())
          .document("{ viewer { email } }")
          .execute()
          .path("viewer.email")
          .entity(String.class)
          .isEqualTo(user.email());
    }

    @Test
    void takesTheEmailAddressInCapitals() {
      People.SignedIn user = accounts.user();
      String email = " " + user.email().toUpperCase(java.util.Locale.ROOT);
      assertThat(codes(login(api.anonymousFrom(address()), email, PASSWORD).execute(), "login"))
          .isEmpty();
    }

    @Test
    void keepsOnlyHashes() {
      People.SignedIn user = accounts.user();
      Tokens tokens = accounts.login(api, user);
      String stored =
          database
              .sql(
                  "select string_agg(session::text || token::text, ' ')"
                      + " from identity.sessions session"
                      + " join identity.refresh_tokens token on token.session_id = session.id"
                      + " where session.user_id = ?")
              .params(user.id())
              .query(String.class)
              .single();
      assertThat(stored)
          .contains(Secrets.hash(tokens.refresh()))
          .doesNotContain(tokens.refresh(), tokens.access());
    }

    @Test
    void manyAtOnceAllComeIn() {
      People.SignedIn user = accounts.user();
      assertThat(atOnce(12, () -> accounts.login(api, user).access())).doesNotHaveDuplicates();
    }
  }

  @Nested
  class Refused {
    private String answer(String email, String password) {
      GraphQlTester.Response response =
          login(api.anonymousFrom(address()), email, password).execute();
      return response.path("login").entity(Map.class).get().toString();
    }

    @Test
    void inTheSameWordsWhateverIsWrong() {
      People.SignedIn suspended = accounts.user();
      changeUser(suspended.id(), "status = 'SUSPENDED'");
      People.SignedIn inactive = accounts.user();
      changeUser(inactive.id(), "is_active = false");
      People.SignedIn elsewhere = people.user(draft -> draft);
      changeUser(
          elsewhere.id(), "password_hash = null, oauth_provider = 'google', oauth_id = id::text");
      String unknown = answer("nobody@nowhere.example", PASSWORD);
      assertThat(unknown).contains("LoginRefused", "LOGIN_FAILED", "accessToken=null");
      assertThat(
              List.of(
                  answer(accounts.user().email(), "wrong"),
                  answer(suspended.email(), PASSWORD),
                  answer(inactive.email(), PASSWORD),
                  answer(elsewhere.email(), PASSWORD),
                  answer("system@protoworks.invalid", PASSWORD),
                  answer("no address\u0000 at all", PASSWORD),
                  answer("x".repeat(10_000), PASSWORD)))
          .allMatch(unknown::equals);
    }

    @Test
    void beginsNoSession() {
      People.SignedIn user = accounts.user();
      long before = countSessions(user.id());
      assertRefused(
          login(api.anonymousFrom(address()), user.email(), "wrong"), "login", "LOGIN_FAILED");
      assertThat(countSessions(user.id())).isEqualTo(before);
    }

    @Test
    void isASecurityEventThatSaysWhy() {
      People.SignedIn user = accounts.user();
      String from = address();
      assertRefused(login(api.anonymousFrom(from), user.email(), "wrong"), "login", "LOGIN_FAILED");
      Map<String, @Nullable Object> event =
          database
              .sql(
                  "select type, user_id, details ->> 'reason' as reason from audit.security_events"
                      + " where ip_address = ?::inet")
              .params(from)
              .query()
              .singleRow();
      assertThat(event)
          .containsEntry("type", "LOGIN_FAILED")
          .containsEntry("user_id", user.id())
          .containsEntry("reason", "WRONG_PASSWORD");
    }

    @Test
    void aPasswordThatIsTooLongIsNotLookedAt() {
      assertRefused(
          login(api.anonymousFrom(address()), "a@b.example", "x".repeat(1_001)),
          "login",
          "INVALID_INPUT");
    }

    @Test
    void aDevicesNameIsOneShortLine() {
      People.SignedIn user = accounts.user();
      for (String name : List.of("", "two\nlines", "x".repeat(101), "nul \u0000")) {
        assertRefused(
            api.anonymousFrom(address())
                .document(Accounts.LOGIN)
                .variable(
                    "input",
                    Map.of("email", user.email(), "password", PASSWORD, "deviceName", name)),
            "login",
            "INVALID_INPUT");
      }
    }
  }

  @Nested
  class SlowedDown {
    private void endBlock(String email) {
      database
          .sql("update identity.login_throttles set blocked_until = now() where subject_hash = ?")
          .params(throttle.ofEmail(email).hash())
          .update();
    }

    private GraphQlTester.Response attempt(String email, String password) {
      return login(api.anonymousFrom(address()), email, password).execute();
    }

    private int failUntilBlocked(String email) {
      for (int failure = 0; failure < 5; failure++) {
        assertThat(codes(attempt(email, "wrong"), "login")).containsExactly("LOGIN_FAILED");
      }
      GraphQlTester.Response blocked = attempt(email, PASSWORD);
      assertThat(codes(blocked, "login")).containsExactly("TOO_MANY_ATTEMPTS");
      return retryAfter(blocked);
    }

    private static int retryAfter(GraphQlTester.Response blocked) {
      return blocked.path("login.errors[0].retryAfterSeconds").entity(Integer.class).get();
    }

    @Test
    void afterFiveFailuresEvenTheRightPasswordWaits() {
      People.SignedIn user = accounts.user();
      assertThat(failUntilBlocked(user.email())).isBetween(1, 60);
      endBlock(user.email());
      assertThat(codes(attempt(user.email(), PASSWORD), "login")).isEmpty();
      assertThat(codes(attempt(user.email(), "wrong"), "login")).containsExactly("LOGIN_FAILED");
    }

    @Test
    void theBeginningOfABlockIsASecurityEvent() {
      People.SignedIn user = accounts.user();
      failUntilBlocked(user.email());
      assertThat(
              database
                  .sql("select type from audit.security_events where user_id = ? order by id")
                  .params(user.id())
                  .query(String.class)
                  .list())
          .containsExactlyInAnyOrder(
              "LOGIN_BLOCKED",
              "LOGIN_FAILED",
              "LOGIN_FAILED",
              "LOGIN_FAILED",
              "LOGIN_FAILED",
              "LOGIN_FAILED");
    }

    @Test
    void aProxyThatNamesNoAddressHarmsNobody() {
      People.SignedIn user = accounts.user();
      assertThat(
              codes(login(api.anonymousFrom("unknown"), user.email(), PASSWORD).execute(), "login"))
          .isEmpty();
    }

    @Test
    void theNextFailureBlocksForLonger() {
      String email = UUID.randomUUID() + "@unknown.example";
      failUntilBlocked(email);
      endBlock(email);
      assertThat(codes(attempt(email, "wrong"), "login")).containsExactly("LOGIN_FAILED");
      assertThat(retryAfter(attempt(email, "wrong"))).isBetween(61, 120);
    }

    @Test
    void failuresAreForgottenAfterAnHour() {
      String email = UUID.randomUUID() + "@unknown.example";
      failUntilBlocked(email);
      endBlock(email);
      database
          .sql(
              "update identity.login_throttles"
                  + " set window_started_at = now() - interval '1 hour' where subject_hash = ?")
          .params(throttle.ofEmail(email).hash())
          .update();
      failUntilBlocked(email);
    }

    @Test
    void manyAtOnceGetNoMoreAttempts() {
      People.SignedIn user = accounts.user();
      List<String> answers =
          atOnce(20, () -> codes(attempt(user.email(), "wrong"), "login").getFirst());
      assertThat(answers).filteredOn("LOGIN_FAILED"::equals).hasSize(5);
      assertThat(answers).filteredOn("TOO_MANY_ATTEMPTS"::equals).hasSize(15);
    }

    @Test
    void aHostAddressThatTriesManyNamesWaits() throws java.net.UnknownHostException {
      String from = address();
      LoginThrottle.Subject subject = throttle.ofAddress(java.net.InetAddress.getByName(from));
      for (int failure = 1; failure < 50; failure++) {
        assertThat(throttle.countFailure(subject)).isZero();
      }
      GraphQlTester client = api.anonymousFrom(from);
      assertRefused(
          login(client, UUID.randomUUID() + "@a.example", "wrong"), "login", "LOGIN_FAILED");
      People.SignedIn user = accounts.user();
      assertRefused(login(client, user.email(), PASSWORD), "login", "TOO_MANY_ATTEMPTS");
      String neighbour = from.replace("::1", "::2");
      assertRefused(
          login(api.anonymousFrom(neighbour), user.email(), PASSWORD),
          "login",
          "TOO_MANY_ATTEMPTS");
      assertThat(codes(attempt(user.email(), PASSWORD), "login")).isEmpty();
    }
  }

  @Nested
  @ExtendWith(OutputCaptureExtension.class)
  class Secret {
    @Test
    void nothingOfItIsPrinted(CapturedOutput output) {
      People.SignedIn user = accounts.user();
      Tokens tokens = accounts.login(api, user);
      Accounts.refresh(api.anonymous(), tokens.refresh()).execute();
      login(api.anonymousFrom(address()), user.email(), "a wrong password").execute();
      assertThat(output.getAll())
          .doesNotContain(PASSWORD, tokens.access(), tokens.refresh(), "a wrong password");
      assertThat(
              new LoginInputs.LoginInput(user.email(), PASSWORD, null, null)
                  + new LoginInputs.RefreshInput(tokens.refresh()).toString()
                  + new LoginInputs.ChangePasswordInput(PASSWORD, PASSWORD))
          .doesNotContain(PASSWORD, tokens.refresh());
    }
  }
}
