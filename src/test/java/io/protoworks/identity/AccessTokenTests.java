package io.protoworks.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class AccessTokenTests {
  @Autowired Api api;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired JdbcClient database;

  private static HttpResponse<String> ask(Api api, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(api.uri("/graphql"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"{ viewer { id } }\"}"))
            .build();
    try {
      return api.http().send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopping);
    }
  }

  static int statusOf(Api api, String token) {
    return ask(api, token).statusCode();
  }

  private void assertUnauthenticated(String token) {
    HttpResponse<String> response = ask(api, token);
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(
            JsonMapper.shared()
                .readTree(response.body())
                .at("/errors/0/extensions/code")
                .asString())
        .isEqualTo("UNAUTHENTICATED");
    assertThat(response.body()).doesNotContain(token);
  }

  private static AccessTokens signing(String secret, Duration ago) {
    return new AccessTokens(
        new AccessTokenProperties(secret, Duration.ofMinutes(15)),
        Clock.offset(Clock.systemUTC(), ago.negated()));
  }

  @Test
  void aValidOneGetsIn() {
    assertThat(statusOf(api, people.user(draft -> draft).token())).isEqualTo(200);
  }

  @Test
  void anExpiredOneDoesNot() {
    People.SignedIn user = people.user(draft -> draft);
    assertUnauthenticated(
        signing(ServerTest.ACCESS_TOKEN_SECRET, Duration.ofMinutes(16))
            .issue(user.id(), accounts.sessionOf(user.token()))
            .token());
  }

  @Test
  void aForgedOneDoesNot() {
    People.SignedIn user = people.user(draft -> draft);
    assertUnauthenticated(
        signing("somebody else's secret, long enough", Duration.ZERO)
            .issue(user.id(), accounts.sessionOf(user.token()))
            .token());
    String unsigned = "eyJhbGciOiJub25lIn0." + user.token().split("\\.", -1)[1] + ".";
    assertUnauthenticated(unsigned);
    assertUnauthenticated("nonsense");
    assertUnauthenticated("pw_nonsense");
  }

  @Test
  void oneOfAnotherUsersSessionDoesNot() {
    People.SignedIn user = people.user(draft -> draft);
    People.SignedIn other = people.user(draft -> draft);
    assertUnauthenticated(
        signing(ServerTest.ACCESS_TOKEN_SECRET, Duration.ZERO)
            .issue(user.id(), accounts.sessionOf(other.token()))
            .token());
  }

  @Test
  void oneOfARevokedSessionDoesNot() {
    String token = people.user(draft -> draft).token();
    database
        .sql("update identity.sessions set revoked_at = now() where id = ?")
        .params(accounts.sessionOf(token))
        .update();
    assertUnauthenticated(token);
  }

  @Test
  void oneOfASuspendedUserDoesNot() {
    People.SignedIn user = people.user(draft -> draft);
    database
        .sql("update identity.users set status = 'SUSPENDED' where id = ?")
        .params(user.id())
        .update();
    assertUnauthenticated(user.token());
  }
}
