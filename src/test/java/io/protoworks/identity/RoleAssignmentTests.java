package io.protoworks.identity;

import static io.protoworks.identity.Rights.globalId;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People.SignedIn;
import io.protoworks.platform.Viewer;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class RoleAssignmentTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Rights rights;
  @Autowired JdbcClient database;

  private GraphQlTester.Request<?> act(String verb, GraphQlTester caller, String user, UUID role) {
    return caller.document(
        """
        mutation {
          %sRole(input: {userId: "%s", roleId: "%s"}) {
            user { roles { id } }
            role { id }
            errors { code path }
          }
        }
        """
            .formatted(verb, user, globalId("role", role)));
  }

  private List<UUID> given(UUID user) {
    return database
        .sql("select role_id from identity.user_roles where user_id = ?")
        .param(user)
        .query(UUID.class)
        .stream()
        .map(Objects::requireNonNull)
        .toList();
  }

  @Test
  void givesAndTakesTwiceAsOnce() {
    UUID role = rights.role("companies.write");
    SignedIn user = people.user(draft -> draft);
    SignedIn admin = people.admin();
    for (int time = 0; time < 2; time++) {
      act("assign", api.as(admin.token()), user.globalId(), role)
          .execute()
          .path("assignRole")
          .matchesJsonStrictly(
              "{\"user\": {\"roles\": [{\"id\": \"%1$s\"}]}, \"role\": {\"id\": \"%1$s\"}, \"errors\": []}"
                  .formatted(globalId("role", role)));
    }
    assertThat(
            database
                .sql("select assigned_by from identity.user_roles where user_id = ?")
                .param(user.id())
                .query(UUID.class)
                .single())
        .isEqualTo(admin.id());
    for (int time = 0; time < 2; time++) {
      act("remove", api.as(admin.token()), user.globalId(), role)
          .execute()
          .path("removeRole.user.roles")
          .entityList(Object.class)
          .hasSize(0);
    }
  }

  @Test
  void givesNobodyMoreThanTheCallerHas() {
    SignedIn keeper = rights.userWith("users.read", "users.write");
    SignedIn user = people.user(draft -> draft);
    UUID more = rights.role("users.read", "roles.write");
    assertFails(act("assign", api.as(keeper.token()), user.globalId(), more), "FORBIDDEN");
    assertFails(act("assign", api.as(keeper.token()), keeper.globalId(), more), "FORBIDDEN");
    assertThat(given(user.id())).isEmpty();
    rights.give(user.id(), more);
    assertFails(act("remove", api.as(keeper.token()), user.globalId(), more), "FORBIDDEN");
    assertThat(given(user.id())).containsExactly(more);
  }

  @Test
  void isRefusedToWhoeverMayNot() {
    SignedIn user = people.user(draft -> draft);
    UUID role = rights.role();
    assertFails(act("assign", api.anonymous(), user.globalId(), role), "UNAUTHENTICATED");
    for (String token :
        List.of(people.stranger().token(), user.token(), rights.userWith("roles.write").token())) {
      assertFails(act("assign", api.as(token), user.globalId(), role), "FORBIDDEN");
      assertFails(act("remove", api.as(token), user.globalId(), role), "FORBIDDEN");
    }
    assertThat(given(user.id())).isEmpty();
  }

  @Test
  void knowsOnlyWhomAndWhatTheCallerFinds() {
    SignedIn keeper = rights.userWith("users.write");
    SignedIn colleague = people.user(draft -> draft.withCompany(keeper.companyId()));
    UUID role = rights.role();
    assertRefused(
        act(
            "assign",
            api.as(keeper.token()),
            people.stranger().globalId(),
            given(keeper.id()).getFirst()),
        "assignRole",
        "UNKNOWN_REFERENCE");
    assertRefused(
        act("assign", api.as(keeper.token()), colleague.globalId(), role),
        "assignRole",
        "UNKNOWN_REFERENCE");
    String system = globalId("user", Viewer.SYSTEM_USER);
    assertRefused(
        act("assign", api.as(people.admin().token()), system, role), "assignRole", "INVALID_INPUT");
    assertThat(given(colleague.id())).isEmpty();
  }
}
