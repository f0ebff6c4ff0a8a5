package io.protoworks.identity;

import static io.protoworks.identity.Rights.globalId;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.protoworks.identity.People.SignedIn;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Viewer;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Waiting;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class UserAccessTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired Rights rights;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transactions;
  @Autowired Waiting waiting;
  @Autowired PasswordEncoder passwords;
  @Autowired UserService users;
  @Autowired Reach reach;

  private GraphQlTester.Request<?> act(String verb, String token, String user, int version) {
    return api.as(token)
        .document(
            """
            mutation {
              %sUser(input: {id: "%s", expectedVersion: %d}) {
                user { isActive status version }
                errors { code path }
              }
            }
            """
                .formatted(verb, user, version));
  }

  private GraphQlTester.Request<?> reset(String token, String user, int version, String password) {
    return api.as(token)
        .document(
            """
            mutation {
              resetPassword(input: {id: "%s", expectedVersion: %d, newPassword: "%s"}) {
                user { version }
                errors { code path }
              }
            }
            """
                .formatted(user, version, password));
  }

  private static String state(boolean active, UserStatus status, int version) {
    return """
        {"user": {"isActive": %s, "status": "%s", "version": %d}, "errors": []}
        """
        .formatted(active, status, version);
  }

  private void addApiKey(UUID user) {
    database
        .sql(
            "insert into identity.api_keys (user_id, name, hashed_key, key_hint, scopes)"
                + " values (?, 'key', ?, 'hint', '{}')")
        .params(user, Secrets.hash(Secrets.random()))
        .update();
  }

  private int open(String table, UUID user) {
    return database
        .sql(
            "select count(*) from identity.%s where user_id = ? and revoked_at is null"
                .formatted(table))
        .param(user)
        .query(Integer.class)
        .single();
  }

  /** What the log tells of the ends of a user's sessions and keys: who ended what, in order. */
  private List<@Nullable String> ends(UUID user) {
    return database
        .sql(
            """
            select concat_ws(' ', entry.action, entry.event_type, actor.email, entry.new_data ->> 'revokedReason')
              from audit.audit_logs entry
              join identity.users actor on actor.id = entry.user_id
             where entry.entity_type in ('Session', 'ApiKey')
               and entry.new_data ->> 'userId' = ?
               and entry.new_data ->> 'revokedAt' is not null
             order by entry.id
            """)
        .param(user.toString())
        .query(String.class)
        .list();
  }

  private int version(UUID id) {
    return database
        .sql("select version from identity.users where id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  @Nested
  class EveryEndOfASession {
    private void isToldAndTakesItsTokenAlong(
        BiFunction<String, SignedIn, GraphQlTester.Request<?>> act, String... ends) {
      SignedIn user = accounts.user();
      accounts.login(api, user);
      addApiKey(user.id());
      SignedIn admin = people.admin();
      act.apply(admin.token(), user).executeAndVerify();
      assertThat(open("sessions", user.id())).isZero();
      assertThat(open("refresh_tokens", user.id())).isZero();
      assertThat(ends(user.id()))
          .isEqualTo(Stream.of(ends).map(end -> end.formatted(admin.email())).toList());
    }

    @Test
    void byDeactivation() {
      isToldAndTakesItsTokenAlong(
          (admin, user) -> act("deactivate", admin, user.globalId(), 1),
          "LOGOUT session.revoked %s USER_DEACTIVATED",
          "LOGOUT session.revoked %s USER_DEACTIVATED",
          "DELETE api_key.revoked %s");
    }

    @Test
    void bySuspension() {
      isToldAndTakesItsTokenAlong(
          (admin, user) -> act("suspend", admin, user.globalId(), 1),
          "LOGOUT session.revoked %s USER_SUSPENDED",
          "LOGOUT session.revoked %s USER_SUSPENDED");
    }

    @Test
    void byAReset() {
      isToldAndTakesItsTokenAlong(
          (admin, user) -> reset(admin, user.globalId(), 1, "another long secret"),
          "LOGOUT session.revoked %s PASSWORD_RESET",
          "LOGOUT session.revoked %s PASSWORD_RESET");
    }

    @Test
    void leavesWhatEndedByItselfAlone() {
      SignedIn user = people.user(draft -> draft);
      database
          .sql(
              "update identity.sessions set created_at = now() - interval '2 days',"
                  + " expires_at = now() - interval '1 day' where user_id = ?")
          .param(user.id())
          .update();
      act("suspend", people.admin().token(), user.globalId(), 1).executeAndVerify();
      assertThat(ends(user.id())).isEmpty();
    }

    /** The refresh commits while the suspension waits for the session that it found expired. */
    @Test
    void doesNotPassOverASessionThatIsRefreshedMeanwhile() {
      SignedIn user = people.user(draft -> draft);
      String admin = people.admin().token();
      database
          .sql(
              "update identity.sessions set created_at = now() - interval '2 days',"
                  + " expires_at = now() - interval '1 second' where user_id = ?")
          .param(user.id())
          .update();
      CompletableFuture<GraphQlTester.Response> suspending =
          transactions.execute(
              status -> {
                database
                    .sql(
                        "update identity.sessions set expires_at = now() + interval '1 day'"
                            + " where user_id = ?")
                    .param(user.id())
                    .update();
                return waiting.start(() -> act("suspend", admin, user.globalId(), 1).execute());
              });
      assertThat(suspending).isNotNull();
      suspending.join().path("suspendUser.user.status").entity(String.class).isEqualTo("SUSPENDED");
      assertThat(open("sessions", user.id())).isZero();
      assertThat(ends(user.id())).hasSize(1);
    }
  }

  @Nested
  class Deactivate {
    @Test
    void endsSessionsAndKeysForGood() {
      SignedIn user = people.user(draft -> draft);
      addApiKey(user.id());
      String admin = people.admin().token();
      act("deactivate", admin, user.globalId(), 1)
          .execute()
          .path("deactivateUser")
          .matchesJsonStrictly(state(false, UserStatus.ACTIVE, 2));
      assertThat(open("sessions", user.id())).isZero();
      assertThat(open("api_keys", user.id())).isZero();
      api.as(admin)
          .document(
              "query($id: ID!) { node(id: $id) { ... on User { sessions(filter: {includeEnded: true}) { nodes { revokedReason } } } } }")
          .variable("id", user.globalId())
          .execute()
          .path("node.sessions.nodes[*].revokedReason")
          .entityList(String.class)
          .isEqualTo(List.of("USER_DEACTIVATED"));
      act("restore", admin, user.globalId(), 2)
          .execute()
          .path("restoreUser")
          .matchesJsonStrictly(state(true, UserStatus.ACTIVE, 3));
      assertThat(open("sessions", user.id())).isZero();
    }

    @Test
    void hidesTheUserFromListsUnlessAskedFor() {
      SignedIn user = people.user(draft -> draft);
      String admin = people.admin().token();
      act("deactivate", admin, user.globalId(), 1).executeAndVerify();
      for (boolean include : new boolean[] {false, true}) {
        api.as(admin)
            .document(
                "{ users(filter: {companyId: \"%s\", includeInactive: %s}) { totalCount } }"
                    .formatted(globalId("company", user.companyId()), include))
            .execute()
            .path("users.totalCount")
            .entity(Integer.class)
            .isEqualTo(include ? 1 : 0);
      }
    }

    @Test
    void isRefusedForOneselfAndTheSystemUser() {
      SignedIn admin = people.admin();
      assertRefused(
          act("deactivate", admin.token(), admin.globalId(), 1), "deactivateUser", "INVALID_INPUT");
      String system = globalId("user", Viewer.SYSTEM_USER);
      assertRefused(act("deactivate", admin.token(), system, 1), "deactivateUser", "INVALID_INPUT");
      assertThat(version(admin.id())).isEqualTo(1);
    }

    @Test
    void isRefusedToWhoeverMayNotOrIsLate() {
      SignedIn keeper = rights.userWith("users.write", "registers.export");
      SignedIn user = people.user(draft -> draft.withCompany(keeper.companyId()));
      SignedIn admin =
          people.user(draft -> draft.withRole(UserRole.ADMIN).withCompany(keeper.companyId()));
      assertFails(act("deactivate", people.stranger().token(), user.globalId(), 1), "FORBIDDEN");
      assertFails(act("deactivate", keeper.token(), admin.globalId(), 1), "FORBIDDEN");
      assertRefused(
          act("deactivate", keeper.token(), user.globalId(), 2), "deactivateUser", "STALE_VERSION");
      assertRefused(
          act("deactivate", keeper.token(), people.stranger().globalId(), 1),
          "deactivateUser",
          "UNKNOWN_REFERENCE");
      assertThat(version(user.id())).isEqualTo(1);
      assertThat(version(admin.id())).isEqualTo(1);
      assertThat(open("sessions", user.id())).isEqualTo(1);
    }
  }

  @Nested
  class Restore {
    @Test
    void givesNobodyBackWhatTheCallerLacks() {
      SignedIn keeper = rights.userWith("users.write", "registers.export");
      SignedIn admin =
          people.user(draft -> draft.withRole(UserRole.ADMIN).withCompany(keeper.companyId()));
      act("deactivate", people.admin().token(), admin.globalId(), 1).executeAndVerify();
      assertFails(act("restore", keeper.token(), admin.globalId(), 2), "FORBIDDEN");
      assertThat(version(admin.id())).isEqualTo(2);
    }

    @Test
    void needsACompanyInUse() {
      SignedIn user = people.user(draft -> draft);
      String admin = people.admin().token();
      act("deactivate", admin, user.globalId(), 1).executeAndVerify();
      database
          .sql("update identity.companies set is_active = false where id = ?")
          .param(user.companyId())
          .update();
      assertRefused(act("restore", admin, user.globalId(), 2), "restoreUser", "INVALID_INPUT");
      assertThat(version(user.id())).isEqualTo(2);
    }
  }

  @Nested
  class Suspend {
    @Test
    void shutsOutAndReactivateLetsInAgain() {
      SignedIn user = people.user(draft -> draft);
      addApiKey(user.id());
      String admin = people.admin().token();
      act("suspend", admin, user.globalId(), 1)
          .execute()
          .path("suspendUser")
          .matchesJsonStrictly(state(true, UserStatus.SUSPENDED, 2));
      assertThat(open("sessions", user.id())).isZero();
      assertThat(open("api_keys", user.id())).isEqualTo(1);
      act("reactivate", admin, user.globalId(), 2)
          .execute()
          .path("reactivateUser")
          .matchesJsonStrictly(state(true, UserStatus.ACTIVE, 3));
    }

    @Test
    void isRefusedToWhoeverMayNot() {
      SignedIn user = people.user(draft -> draft);
      SignedIn admin = people.admin();
      assertFails(act("suspend", people.stranger().token(), user.globalId(), 1), "FORBIDDEN");
      assertFails(act("reactivate", people.stranger().token(), user.globalId(), 1), "FORBIDDEN");
      assertRefused(
          act("suspend", admin.token(), admin.globalId(), 1), "suspendUser", "INVALID_INPUT");
      assertThat(version(user.id())).isEqualTo(1);
      assertThat(version(admin.id())).isEqualTo(1);
    }
  }

  @Nested
  class LastAdmin {
    @Test
    void stays() {
      SignedIn admin = people.admin();
      transactions.executeWithoutResult(
          status -> {
            User last = users.listByIds(List.of(admin.id())).getFirst();
            reach.refuseLastAdmin(last);
            database
                .sql(
                    "update identity.users set is_active = false"
                        + " where role = 'ADMIN' and not is_system and id <> ?")
                .param(admin.id())
                .update();
            assertThatThrownBy(() -> reach.refuseLastAdmin(last)).isInstanceOf(Refused.class);
            status.setRollbackOnly();
          });
    }

    @Test
    void isLookedForOneAtATime() {
      SignedIn one = people.admin();
      String admin = people.admin().token();
      CompletableFuture<GraphQlTester.Response> deactivating =
          transactions.execute(
              status -> {
                reach.refuseLastAdmin(users.listByIds(List.of(one.id())).getFirst());
                return waiting.start(() -> act("deactivate", admin, one.globalId(), 1).execute());
              });
      assertThat(deactivating).isNotNull();
      deactivating
          .join()
          .path("deactivateUser.user.isActive")
          .entity(Boolean.class)
          .isEqualTo(false);
    }
  }

  @Nested
  class ResetPassword {
    private String hash(UUID user) {
      return database
          .sql("select password_hash from identity.users where id = ?")
          .param(user)
          .query(String.class)
          .single();
    }

    @Test
    void replacesItAndEndsTheSessions() {
      SignedIn user = people.user(draft -> draft);
      reset(people.admin().token(), user.globalId(), 1, "another long secret")
          .execute()
          .path("resetPassword")
          .matchesJsonStrictly("{\"user\": {\"version\": 2}, \"errors\": []}");
      assertThat(passwords.matches("another long secret", hash(user.id()))).isTrue();
      assertThat(open("sessions", user.id())).isZero();
    }

    @Test
    void isNoWayIntoAMorePowerfulAccount() {
      SignedIn keeper = rights.userWith("users.write", "registers.export");
      SignedIn admin =
          people.user(draft -> draft.withRole(UserRole.ADMIN).withCompany(keeper.companyId()));
      String before = hash(admin.id());
      assertFails(reset(keeper.token(), admin.globalId(), 1, "another long secret"), "FORBIDDEN");
      assertThat(hash(admin.id())).isEqualTo(before);
    }

    @Test
    void isRefusedForOneselfForShortOnesAndToWhoeverMayNot() {
      SignedIn admin = people.admin();
      SignedIn user = people.user(draft -> draft);
      String before = hash(user.id());
      assertRefused(
          reset(admin.token(), admin.globalId(), 1, "another long secret"),
          "resetPassword",
          "INVALID_INPUT");
      assertRefused(
          reset(admin.token(), user.globalId(), 1, "short"), "resetPassword", "INVALID_INPUT");
      assertRefused(
          reset(admin.token(), user.globalId(), 5, "another long secret"),
          "resetPassword",
          "STALE_VERSION");
      assertFails(
          reset(people.stranger().token(), user.globalId(), 1, "another long secret"), "FORBIDDEN");
      assertThat(hash(user.id())).isEqualTo(before);
      assertThat(open("sessions", user.id())).isEqualTo(1);
    }

    @Test
    void isRefusedForWhoeverSignsInElsewhere() {
      SignedIn user = people.user(draft -> draft);
      database
          .sql("update identity.users set oauth_provider = 'google', oauth_id = ? where id = ?")
          .params(UUID.randomUUID().toString(), user.id())
          .update();
      assertRefused(
          reset(people.admin().token(), user.globalId(), 1, "another long secret"),
          "resetPassword",
          "INVALID_INPUT");
    }
  }
}
