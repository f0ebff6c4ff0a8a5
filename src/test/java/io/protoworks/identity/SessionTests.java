package io.protoworks.identity;

import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.Accounts.Tokens;
import io.protoworks.platform.TypeId;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Statements;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class SessionTests {
  @Autowired Api api;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired JdbcClient database;
  @Autowired Statements statements;

  private static final String REVOKE =
      """
      mutation($input: RevokeSessionInput!) {
        revokeSession(input: $input) { session { revokedReason isCurrent } errors { code } }
      }
      """;

  private static final String REVOKE_DEVICE =
      """
      mutation($input: RevokeDeviceInput!) {
        revokeDevice(input: $input) { device { name revokedAt } errors { code } }
      }
      """;

  private static final String LIST =
      """
      query($id: ID!, $ended: Boolean) {
        node(id: $id) {
          ... on User {
            sessions(filter: {includeEnded: $ended}) {
              totalCount
              nodes { id isCurrent isSuspicious ipAddress user { id } device { id name user { id } } }
            }
            devices(filter: {includeEnded: $ended}) { totalCount nodes { id name platform } }
          }
        }
      }
      """;

  private boolean isLive(String token) {
    return database
        .sql("select revoked_at is null from identity.sessions where id = ?")
        .params(accounts.sessionOf(token))
        .query(Boolean.class)
        .single();
  }

  private GraphQlTester.Request<?> revoke(GraphQlTester caller, String token) {
    return caller.document(REVOKE).variable("input", Map.of("id", accounts.sessionIdOf(token)));
  }

  private GraphQlTester.Response list(String caller, People.SignedIn user, boolean ended) {
    return api.as(caller)
        .document(LIST)
        .variable("id", user.globalId())
        .variable("ended", ended)
        .execute();
  }

  private int total(GraphQlTester.Response response, String field) {
    return response.path("node." + field + ".totalCount").entity(Integer.class).get();
  }

  @Nested
  class Logout {
    private static final String LOGOUT =
        "mutation { logout { session { id revokedReason isCurrent } errors { code } } }";

    @Test
    void endsTheSessionThatAsks() {
      People.SignedIn user = accounts.user();
      Tokens tokens = accounts.login(api, user);
      api.as(tokens.access())
          .document(LOGOUT)
          .execute()
          .path("logout")
          .matchesJsonStrictly(
              """
              {"session": {"id": "%s", "revokedReason": "LOGGED_OUT", "isCurrent": true},
               "errors": []}
              """
                  .formatted(accounts.sessionIdOf(tokens.access())));
      assertThat(isLive(tokens.access())).isFalse();
      assertThat(isLive(user.token())).isTrue();
      assertRefused(
          Accounts.refresh(api.anonymous(), tokens.refresh()), "refresh", "REFRESH_FAILED");
    }

    @Test
    void isAuditedLikeTheLogin() {
      People.SignedIn user = accounts.user();
      Tokens tokens = accounts.login(api, user);
      api.as(tokens.access()).document(LOGOUT).executeAndVerify();
      List<@Nullable String> entries =
          database
              .sql(
                  "select concat_ws(' ', action, event_type, entry) from audit.audit_logs entry"
                      + " where entity_type = 'Session' and entity_id = ? order by id")
              .params(accounts.sessionOf(tokens.access()))
              .query(String.class)
              .list();
      assertThat(entries).hasSize(2);
      assertThat(entries.toString())
          .doesNotContain(tokens.refresh(), Secrets.hash(tokens.refresh()));
      assertThat(entries.getFirst()).startsWith("LOGIN session.started");
      assertThat(entries.getLast()).startsWith("LOGOUT session.ended");
    }

    @Test
    void needsASession() {
      assertFails(api.anonymous().document(LOGOUT), "UNAUTHENTICATED");
    }
  }

  @Nested
  class Revoke {
    @Test
    void endsAnotherSessionOfOnesOwn() {
      People.SignedIn user = people.user(draft -> draft);
      String other = people.token(user.id());
      revoke(api.as(user.token()), other)
          .execute()
          .path("revokeSession")
          .matchesJsonStrictly(
              """
              {"session": {"revokedReason": "REVOKED", "isCurrent": false}, "errors": []}
              """);
      assertThat(isLive(other)).isFalse();
      assertThat(isLive(user.token())).isTrue();
      assertRefused(revoke(api.as(user.token()), other), "revokeSession");
    }

    @Test
    void isForTheUserAndAdministratorsOnly() {
      People.SignedIn user = people.user(draft -> draft);
      assertFails(revoke(api.anonymous(), user.token()), "UNAUTHENTICATED");
      for (String stranger :
          List.of(
              people.stranger().token(),
              people.user(draft -> draft.withCompany(user.companyId())).token())) {
        assertRefused(revoke(api.as(stranger), user.token()), "revokeSession", "UNKNOWN_REFERENCE");
      }
      assertThat(isLive(user.token())).isTrue();
      assertRefused(revoke(api.as(people.admin().token()), user.token()), "revokeSession");
      assertThat(isLive(user.token())).isFalse();
    }
  }

  @Nested
  class Devices {
    private Tokens loginOn(People.SignedIn user, String fingerprint) {
      return Accounts.tokens(
          api.anonymousFrom(Accounts.address())
              .document(Accounts.LOGIN)
              .variable(
                  "input",
                  Map.of(
                      "email",
                      user.email(),
                      "password",
                      Accounts.PASSWORD,
                      "deviceName",
                      "Tablet " + fingerprint,
                      "deviceFingerprint",
                      fingerprint))
              .execute(),
          "login");
    }

    private GraphQlTester.Request<?> revokeDeviceOf(GraphQlTester caller, String token) {
      UUID device =
          database
              .sql("select device_session_id from identity.sessions where id = ?")
              .params(accounts.sessionOf(token))
              .query(UUID.class)
              .single();
      return caller
          .document(REVOKE_DEVICE)
          .variable("input", Map.of("id", new TypeId("device", device).toString()));
    }

    @Test
    void areKnownByTheirFingerprint() {
      People.SignedIn user = accounts.user();
      loginOn(user, "one");
      loginOn(user, "one");
      loginOn(user, "two");
      GraphQlTester.Response found = list(user.token(), user, false);
      assertThat(total(found, "sessions")).isEqualTo(4);
      found
          .path("node.devices.nodes[*].name")
          .entityList(String.class)
          .contains("Tablet one", "Tablet two");
      assertThat(total(found, "devices")).isEqualTo(3);
    }

    private List<@Nullable String> log(People.SignedIn user) {
      return database
          .sql(
              "select event_type from audit.audit_logs where entity_type = 'Device'"
                  + " and new_data ->> 'userId' = ? order by id")
          .param(user.id().toString())
          .query(String.class)
          .list();
    }

    @Test
    void areInTheLogWhenTheyBecomeKnown() {
      People.SignedIn user = accounts.user();
      Tokens first = loginOn(user, "one");
      loginOn(user, "one");
      assertThat(log(user)).containsExactly("device.created");
      assertRefused(revokeDeviceOf(api.as(user.token()), first.access()), "revokeDevice");
      loginOn(user, "one");
      assertThat(log(user)).containsExactly("device.created", "device.revoked", "device.restored");
    }

    @Test
    void takeTheirSessionsWithThem() {
      People.SignedIn user = accounts.user();
      Tokens first = loginOn(user, "one");
      Tokens second = loginOn(user, "one");
      Tokens elsewhere = loginOn(user, "two");
      assertRefused(revokeDeviceOf(api.as(user.token()), first.access()), "revokeDevice");
      assertThat(isLive(first.access())).isFalse();
      assertThat(isLive(second.access())).isFalse();
      assertThat(isLive(elsewhere.access())).isTrue();
      assertThat(total(list(user.token(), user, false), "devices")).isEqualTo(2);
      assertThat(total(list(user.token(), user, true), "devices")).isEqualTo(3);
      loginOn(user, "one");
      assertThat(total(list(user.token(), user, false), "devices")).isEqualTo(3);
    }

    @Test
    void areRevokedByTheUserAndAdministratorsOnly() {
      People.SignedIn user = people.user(draft -> draft);
      assertFails(revokeDeviceOf(api.anonymous(), user.token()), "UNAUTHENTICATED");
      assertRefused(
          revokeDeviceOf(api.as(people.stranger().token()), user.token()),
          "revokeDevice",
          "UNKNOWN_REFERENCE");
      assertThat(isLive(user.token())).isTrue();
      assertRefused(revokeDeviceOf(api.as(people.admin().token()), user.token()), "revokeDevice");
      assertThat(isLive(user.token())).isFalse();
    }
  }

  @Nested
  class Read {
    @Test
    void showsOnesOwn() {
      People.SignedIn user = people.user(draft -> draft);
      GraphQlTester.Response found = list(user.token(), user, false);
      found
          .path("node.sessions.nodes[0]")
          .matchesJson(
              """
              {"id": "%s", "isCurrent": true, "isSuspicious": false, "ipAddress": "127.0.0.1",
               "user": {"id": "%s"}, "device": {"user": {"id": "%s"}}}
              """
                  .formatted(accounts.sessionIdOf(user.token()), user.globalId(), user.globalId()));
    }

    @Test
    void showsNothingOfOthersButToAdministrators() {
      People.SignedIn user = people.user(draft -> draft);
      String colleague = people.user(draft -> draft.withCompany(user.companyId())).token();
      GraphQlTester.Response seen = list(colleague, user, true);
      assertThat(total(seen, "sessions")).isZero();
      assertThat(total(seen, "devices")).isZero();
      seen.path("node.sessions.nodes").entityList(Object.class).hasSize(0);
      GraphQlTester.Response whole = list(people.admin().token(), user, false);
      assertThat(total(whole, "sessions")).isEqualTo(1);
      assertThat(total(whole, "devices")).isEqualTo(1);
    }

    @Test
    void answersNodesToTheSame() {
      People.SignedIn user = people.user(draft -> draft);
      String document = "query($id: ID!) { node(id: $id) { id } }";
      String id = accounts.sessionIdOf(user.token());
      api.as(user.token()).document(document).variable("id", id).execute().path("node").hasValue();
      api.as(people.stranger().token())
          .document(document)
          .variable("id", id)
          .execute()
          .path("node")
          .valueIsNull();
    }

    @Test
    void leavesOutThoseThatEnded() {
      People.SignedIn user = people.user(draft -> draft);
      String other = people.token(user.id());
      assertRefused(revoke(api.as(user.token()), other), "revokeSession");
      assertThat(total(list(user.token(), user, false), "sessions")).isEqualTo(1);
      assertThat(total(list(user.token(), user, true), "sessions")).isEqualTo(2);
    }

    @Test
    void pagesNewestFirst() {
      People.SignedIn user = people.user(draft -> draft);
      String newest = people.token(user.id());
      String page =
          """
          query($after: String) {
            viewer { sessions(first: 1, after: $after) {
              nodes { id } pageInfo { endCursor hasNextPage } } }
          }
          """;
      GraphQlTester.Response first = api.as(user.token()).document(page).execute();
      first
          .path("viewer.sessions.nodes[0].id")
          .entity(String.class)
          .isEqualTo(accounts.sessionIdOf(newest));
      String cursor = first.path("viewer.sessions.pageInfo.endCursor").entity(String.class).get();
      api.as(user.token())
          .document(page)
          .variable("after", cursor)
          .execute()
          .path("viewer.sessions.nodes[0].id")
          .entity(String.class)
          .isEqualTo(accounts.sessionIdOf(user.token()))
          .path("viewer.sessions.pageInfo.hasNextPage")
          .entity(Boolean.class)
          .isEqualTo(false);
    }

    @Test
    void costsOneStatementForAllUsers() {
      String admin = people.admin().token();
      List<String> ids =
          List.of(
              people.user(draft -> draft).globalId(),
              people.user(draft -> draft).globalId(),
              people.user(draft -> draft).globalId());
      String document =
          """
          query($ids: [ID!]!) {
            nodes(ids: $ids) { ... on User { sessions { totalCount nodes { device { id } } } } }
          }
          """;
      assertThat(
              statements.during(
                  () -> api.as(admin).document(document).variable("ids", ids).executeAndVerify()))
          .containsOnlyOnce(
              "SessionMapper.listByUserIds",
              "SessionMapper.countByUserIds",
              "DeviceMapper.listByIds");
    }
  }

  @Nested
  class LastSeen {
    private static final String QUERY = "{ viewer { sessions { nodes { lastSeenAt } } } }";

    private void lastSeen(String token, String interval) {
      database
          .sql("update identity.sessions set last_seen = now() - ?::interval where id = ?")
          .params(interval, accounts.sessionOf(token))
          .update();
    }

    @Test
    void isWrittenAtMostOnceAMinute() {
      String token = people.user(draft -> draft).token();
      lastSeen(token, "30 seconds");
      assertThat(statements.during(() -> api.as(token).document(QUERY).executeAndVerify()))
          .doesNotContain("ViewerMapper.touchSessions");
      lastSeen(token, "2 minutes");
      assertThat(statements.during(() -> api.as(token).document(QUERY).executeAndVerify()))
          .contains("ViewerMapper.touchSessions");
      assertThat(
              database
                  .sql(
                      "select session.last_seen > now() - interval '1 minute'"
                          + " and device.last_seen = session.last_seen"
                          + " from identity.sessions session"
                          + " join identity.device_sessions device"
                          + "   on device.id = session.device_session_id where session.id = ?")
                  .params(accounts.sessionOf(token))
                  .query(Boolean.class)
                  .single())
          .isTrue();
      assertThat(statements.during(() -> api.as(token).document(QUERY).executeAndVerify()))
          .doesNotContain("ViewerMapper.touchSessions");
    }
  }
}
