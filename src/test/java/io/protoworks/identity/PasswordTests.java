package io.protoworks.identity;

import static io.protoworks.identity.Accounts.PASSWORD;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.Accounts.Tokens;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class PasswordTests {
  private static final String NEXT = "another horse battery";

  private static final String CHANGE =
      """
      mutation($input: ChangePasswordInput!) {
        changePassword(input: $input) { viewer { id } errors { code path } }
      }
      """;

  @Autowired Api api;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired JdbcClient database;

  private static GraphQlTester.Request<?> change(
      GraphQlTester caller, String current, String next) {
    return caller
        .document(CHANGE)
        .variable("input", Map.of("currentPassword", current, "newPassword", next));
  }

  private static void assertBlames(GraphQlTester.Request<?> request, String field) {
    request
        .execute()
        .path("changePassword")
        .matchesJsonStrictly(
            """
            {"viewer": null, "errors": [{"code": "INVALID_INPUT", "path": ["input", "%s"]}]}
            """
                .formatted(field));
  }

  private String hashOf(People.SignedIn user) {
    return database
        .sql("select coalesce(password_hash, 'none') from identity.users where id = ?")
        .params(user.id())
        .query(String.class)
        .single();
  }

  @Test
  void changesItAndEndsTheOtherSessions() {
    People.SignedIn user = accounts.user();
    Tokens other = accounts.login(api, user);
    change(api.as(user.token()), PASSWORD, NEXT)
        .execute()
        .path("changePassword.viewer.id")
        .entity(String.class)
        .isEqualTo(user.globalId());
    assertThat(AccessTokenTests.statusOf(api, user.token())).isEqualTo(200);
    assertThat(AccessTokenTests.statusOf(api, other.access())).isEqualTo(401);
    assertRefused(Accounts.refresh(api.anonymous(), other.refresh()), "refresh", "REFRESH_FAILED");
    GraphQlTester client = api.anonymousFrom(Accounts.address());
    assertRefused(Accounts.login(client, user.email(), PASSWORD), "login", "LOGIN_FAILED");
    assertRefused(Accounts.login(client, user.email(), NEXT), "login");
  }

  @Test
  void refusesWhatDoesNotFit() {
    People.SignedIn user = accounts.user();
    String before = hashOf(user);
    GraphQlTester caller = api.as(user.token());
    assertBlames(change(caller, "wrong", NEXT), "currentPassword");
    assertBlames(change(caller, "x".repeat(1_001), NEXT), "currentPassword");
    assertBlames(change(caller, PASSWORD, "eleven char"), "newPassword");
    assertBlames(change(caller, PASSWORD, "x".repeat(1_001)), "newPassword");
    assertBlames(change(caller, PASSWORD, PASSWORD), "newPassword");
    assertThat(hashOf(user)).isEqualTo(before);
  }

  @Test
  void isForThoseWhoHaveOne() {
    assertFails(change(api.anonymous(), PASSWORD, NEXT), "UNAUTHENTICATED");
    People.SignedIn elsewhere = people.user(draft -> draft);
    database
        .sql(
            "update identity.users set password_hash = null, oauth_provider = 'google',"
                + " oauth_id = id::text where id = ?")
        .params(elsewhere.id())
        .update();
    assertBlames(change(api.as(elsewhere.token()), PASSWORD, NEXT), "currentPassword");
    assertThat(hashOf(elsewhere)).isEqualTo("none");
  }

  @Test
  void slowsDownGuessing() {
    People.SignedIn user = accounts.user();
    GraphQlTester caller = api.as(user.token());
    for (int failure = 0; failure < 5; failure++) {
      assertBlames(change(caller, "wrong", NEXT), "currentPassword");
    }
    assertRefused(change(caller, PASSWORD, NEXT), "changePassword", "TOO_MANY_ATTEMPTS");
  }
}
