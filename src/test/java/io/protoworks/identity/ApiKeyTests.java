package io.protoworks.identity;

import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Statements;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ApiKeyTests {
  @Autowired Api api;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired JdbcClient database;
  @Autowired Statements statements;

  private static final String CREATE =
      """
      mutation($input: CreateApiKeyInput!) {
        createApiKey(input: $input) {
          key
          apiKey { id name hint scopes expiresAt lastUsedAt user { id } }
          errors { __typename code path ... on LimitReached { limit } }
        }
      }
      """;

  private static final String REVOKE =
      """
      mutation($input: RevokeApiKeyInput!) {
        revokeApiKey(input: $input) { apiKey { revokedAt } errors { code } }
      }
      """;

  private static final String OWN =
      """
      query($id: ID!, $ended: Boolean) {
        node(id: $id) { ... on User {
          apiKeys(filter: {includeEnded: $ended}) { totalCount nodes { name hint } } } }
      }
      """;

  private static GraphQlTester.Request<?> create(
      GraphQlTester caller, String name, List<String> scopes) {
    return caller.document(CREATE).variable("input", Map.of("name", name, "scopes", scopes));
  }

  private String keyOf(String token, String... scopes) {
    return create(api.as(token), "Key " + UUID.randomUUID(), List.of(scopes))
        .execute()
        .path("createApiKey.key")
        .entity(String.class)
        .get();
  }

  private long countKeys(UUID userId) {
    return database
        .sql("select count(*) from identity.api_keys where user_id = ?")
        .params(userId)
        .query(Long.class)
        .single();
  }

  @Nested
  class Create {
    @Test
    void showsTheKeyOnceAndKeepsItsHash() {
      People.SignedIn admin = people.admin();
      GraphQlTester.Response created =
          create(api.as(admin.token()), "Historian", List.of("users.read", "users.read")).execute();
      String key = created.path("createApiKey.key").entity(String.class).get();
      assertThat(key).startsWith("pw_");
      created
          .path("createApiKey.apiKey")
          .matchesJson(
              """
              {"name": "Historian", "hint": "%s", "scopes": ["users.read"], "expiresAt": null,
               "lastUsedAt": null, "user": {"id": "%s"}}
              """
                  .formatted(key.substring(key.length() - 4), admin.globalId()));
      assertThat(
              database
                  .sql("select api_key::text from identity.api_keys api_key where user_id = ?")
                  .params(admin.id())
                  .query(String.class)
                  .single())
          .contains(Secrets.hash(key))
          .doesNotContain(key);
    }

    @Test
    void givesNoPermissionThatTheUserLacks() {
      People.SignedIn technician = people.user(draft -> draft);
      for (String scope : List.of("users.write", "nonsense", "")) {
        assertRefused(
            create(api.as(technician.token()), "Too much", List.of(scope)),
            "createApiKey",
            "INVALID_INPUT");
      }
      assertThat(countKeys(technician.id())).isZero();
    }

    @Test
    void refusesANameOrAnEndThatDoesNotFit() {
      People.SignedIn user = people.user(draft -> draft);
      for (String name : List.of("", " x", "a\tb", "x".repeat(101), "nul \u0000")) {
        assertRefused(
            create(api.as(user.token()), name, List.of()), "createApiKey", "INVALID_INPUT");
      }
      assertRefused(
          api.as(user.token())
              .document(CREATE)
              .variable(
                  "input",
                  Map.of(
                      "name",
                      "Too late",
                      "scopes",
                      List.of(),
                      "expiresAt",
                      OffsetDateTime.now(java.time.ZoneOffset.UTC).minusDays(1).toString())),
          "createApiKey",
          "INVALID_INPUT");
      assertThat(countKeys(user.id())).isZero();
      assertRefused(create(api.as(user.token()), "Twice", List.of()), "createApiKey");
      assertRefused(create(api.as(user.token()), "Twice", List.of()), "createApiKey", "NOT_UNIQUE");
    }

    @Test
    void stopsAtThePlansLimit() {
      People.SignedIn user = people.user(draft -> draft);
      List<Boolean> made =
          Accounts.atOnce(
              8,
              () ->
                  Accounts.codes(
                          create(api.as(user.token()), "Key " + UUID.randomUUID(), List.of())
                              .execute(),
                          "createApiKey")
                      .isEmpty());
      assertThat(made).filteredOn(done -> done).hasSize(5);
      create(api.as(user.token()), "One more", List.of())
          .execute()
          .path("createApiKey.errors[0]")
          .matchesJsonStrictly(
              """
              {"__typename": "LimitReached", "code": "LIMIT_REACHED", "path": [], "limit": 5}
              """);
      assertThat(countKeys(user.id())).isEqualTo(5);
    }

    @Test
    void needsASession() {
      assertFails(create(api.anonymous(), "Nobody's", List.of()), "UNAUTHENTICATED");
    }
  }

  @Nested
  class Use {
    @Test
    void actsAsTheUserWithinItsScopes() {
      People.SignedIn admin = people.admin();
      String narrow = keyOf(admin.token());
      String wide = keyOf(admin.token(), "users.read");
      String document = "{ viewer { id } companies { totalCount } }";
      api.as(narrow)
          .document(document)
          .execute()
          .path("viewer.id")
          .entity(String.class)
          .isEqualTo(admin.globalId())
          .path("companies.totalCount")
          .entity(Integer.class)
          .isEqualTo(1);
      api.as(wide)
          .document(document)
          .execute()
          .path("companies.totalCount")
          .entity(Integer.class)
          .satisfies(count -> assertThat(count).isGreaterThan(1));
    }

    @Test
    void losesWhatItsUserLoses() {
      People.SignedIn admin = people.admin();
      String key = keyOf(admin.token(), "users.read");
      database
          .sql("update identity.users set role = 'TECHNICIAN' where id = ?")
          .params(admin.id())
          .update();
      api.as(key)
          .document("{ companies { totalCount } }")
          .execute()
          .path("companies.totalCount")
          .entity(Integer.class)
          .isEqualTo(1);
    }

    @Test
    void doesNothingThatNeedsASession() {
      People.SignedIn admin = people.admin();
      String key = keyOf(admin.token(), "users.write");
      GraphQlTester caller = api.as(key);
      String session = accounts.sessionIdOf(admin.token());
      assertFails(create(caller, "Another", List.of()), "FORBIDDEN");
      assertFails(caller.document("mutation { logout { errors { code } } }"), "FORBIDDEN");
      assertFails(
          caller
              .document(
                  "mutation($input: RevokeSessionInput!)"
                      + " { revokeSession(input: $input) { errors { code } } }")
              .variable("input", Map.of("id", session)),
          "FORBIDDEN");
      assertFails(
          caller
              .document(
                  "mutation($input: ChangePasswordInput!)"
                      + " { changePassword(input: $input) { errors { code } } }")
              .variable(
                  "input",
                  Map.of("currentPassword", "anything", "newPassword", "anything but short")),
          "FORBIDDEN");
      assertThat(countKeys(admin.id())).isEqualTo(1);
    }

    @Test
    void isWrittenDownAtMostOnceAMinute() {
      People.SignedIn user = people.user(draft -> draft);
      String key = keyOf(user.token());
      Runnable use = () -> api.as(key).document("{ viewer { id } }").executeAndVerify();
      assertThat(statements.during(use)).contains("ViewerMapper.touchApiKeys");
      assertThat(statements.during(use)).doesNotContain("ViewerMapper.touchApiKeys");
      database
          .sql(
              "update identity.api_keys set last_used_at = now() - interval '2 minutes'"
                  + " where user_id = ?")
          .params(user.id())
          .update();
      assertThat(statements.during(use)).contains("ViewerMapper.touchApiKeys");
    }
  }

  @Nested
  class Read {
    @Test
    void refusesACursorThatWasTamperedWith() {
      String text = "CREATED_AT_DESC\u001f" + UUID.randomUUID() + "\u001fno moment";
      String cursor = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
      assertFails(
          api.as(people.user(draft -> draft).token())
              .document(
                  "query($after: String) { viewer { apiKeys(after: $after) { totalCount } } }")
              .variable("after", cursor),
          "BAD_REQUEST");
    }
  }

  @Nested
  class Revoke {
    private GraphQlTester.Request<?> revoke(GraphQlTester caller, String id) {
      return caller.document(REVOKE).variable("input", Map.of("id", id));
    }

    private GraphQlTester.Response ownKeys(String caller, People.SignedIn user, boolean ended) {
      return api.as(caller)
          .document(OWN)
          .variable("id", user.globalId())
          .variable("ended", ended)
          .execute();
    }

    private int total(GraphQlTester.Response response) {
      return response.path("node.apiKeys.totalCount").entity(Integer.class).get();
    }

    @Test
    void isForTheUserAndAdministratorsOnly() {
      People.SignedIn user = people.user(draft -> draft);
      GraphQlTester.Response made = create(api.as(user.token()), "Historian", List.of()).execute();
      String id = made.path("createApiKey.apiKey.id").entity(String.class).get();
      String key = made.path("createApiKey.key").entity(String.class).get();
      String colleague = people.user(draft -> draft.withCompany(user.companyId())).token();
      assertFails(revoke(api.anonymous(), id), "UNAUTHENTICATED");
      assertRefused(revoke(api.as(colleague), id), "revokeApiKey", "UNKNOWN_REFERENCE");
      assertThat(total(ownKeys(colleague, user, true))).isZero();
      api.as(key).document("{ viewer { id } }").executeAndVerify();
      String admin = people.admin().token();
      assertThat(total(ownKeys(admin, user, false))).isEqualTo(1);
      assertRefused(revoke(api.as(admin), id), "revokeApiKey");
      assertThat(total(ownKeys(user.token(), user, false))).isZero();
      assertThat(total(ownKeys(user.token(), user, true))).isEqualTo(1);
      assertThat(AccessTokenTests.statusOf(api, key)).isEqualTo(401);
      assertRefused(create(api.as(user.token()), "Historian", List.of()), "createApiKey");
    }
  }
}
