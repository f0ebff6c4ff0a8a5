package io.protoworks.identity;

import static io.protoworks.identity.Rights.globalId;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People.SignedIn;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class RoleTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Rights rights;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transactions;
  @Autowired Waiting waiting;

  private static final String CREATE =
      """
      mutation($input: CreateRoleInput!) {
        createRole(input: $input) {
          role { name description isBase permissions version }
          errors { code path }
        }
      }
      """;

  private static final String CHANGE =
      """
      mutation($input: ChangeRoleInput!) {
        changeRole(input: $input) {
          role { name description permissions version }
          errors { code path ... on StaleVersion { current { ... on Role { permissions } } } }
        }
      }
      """;

  private static String name() {
    return "Role " + UUID.randomUUID();
  }

  private UUID baseRole(UserRole role) {
    return database
        .sql("select id from identity.roles where is_base and name = ?")
        .param(role.name())
        .query(UUID.class)
        .single();
  }

  private List<String> permissions(UUID role) {
    return database
        .sql("select permission from identity.role_permissions where role_id = ? order by 1")
        .param(role)
        .query(String.class)
        .stream()
        .map(Objects::requireNonNull)
        .toList();
  }

  private boolean exists(String name) {
    return database
        .sql("select exists (select from identity.roles where name = ?)")
        .param(name)
        .query(Boolean.class)
        .single();
  }

  @Nested
  class Create {
    private GraphQlTester.Request<?> by(GraphQlTester caller, String name, String... permissions) {
      return caller
          .document(CREATE)
          .variable("input", Map.of("name", name, "permissions", List.of(permissions)));
    }

    @Test
    void addsARoleWithinOnesOwnPermissions() {
      String name = name();
      by(
              api.as(rights.userWith("roles.write", "users.read").token()),
              name,
              "users.read",
              "roles.write",
              "users.read")
          .execute()
          .path("createRole")
          .matchesJsonStrictly(
              """
              {"role": {"name": "%s", "description": null, "isBase": false,
                        "permissions": ["roles.write", "users.read"], "version": 1},
               "errors": []}
              """
                  .formatted(name));
    }

    @Test
    void givesNothingThatTheCallerLacks() {
      String name = name();
      assertFails(
          by(api.as(rights.userWith("roles.write").token()), name, "users.write"), "FORBIDDEN");
      assertThat(exists(name)).isFalse();
    }

    @Test
    void isRefusedToWhoeverMayNot() {
      String name = name();
      assertFails(by(api.anonymous(), name), "UNAUTHENTICATED");
      assertFails(by(api.as(people.stranger().token()), name), "FORBIDDEN");
      assertFails(by(api.as(rights.userWith("users.write").token()), name), "FORBIDDEN");
      assertThat(exists(name)).isFalse();
    }

    @Test
    void refusesWhatDoesNotFit() {
      GraphQlTester admin = api.as(people.admin().token());
      String name = name();
      assertRefused(by(admin, name, "users.dance"), "createRole", "INVALID_INPUT");
      assertThat(exists(name)).isFalse();
      assertRefused(by(admin, " blank "), "createRole", "INVALID_INPUT");
      assertRefused(by(admin, "MANAGER"), "createRole", "NOT_UNIQUE");
    }
  }

  @Nested
  class ChangeOne {
    private GraphQlTester.Request<?> by(
        String token, UUID role, int version, String name, List<String> permissions) {
      return api.as(token)
          .document(CHANGE)
          .variable(
              "input",
              Map.of(
                  "id", globalId("role", role),
                  "expectedVersion", version,
                  "name", name,
                  "permissions", permissions));
    }

    @Test
    void replacesThePermissions() {
      UUID role = rights.role("users.read", "roles.write");
      String name = name();
      by(people.admin().token(), role, 1, name, List.of("companies.write", "users.read"))
          .execute()
          .path("changeRole")
          .matchesJsonStrictly(
              """
              {"role": {"name": "%s", "description": null,
                        "permissions": ["companies.write", "users.read"], "version": 2},
               "errors": []}
              """
                  .formatted(name));
    }

    @Test
    void keepsWhatTheCallerLacksButAddsNoneOfIt() {
      UUID role = rights.role("users.write");
      String keeper = rights.userWith("roles.write").token();
      by(keeper, role, 1, name(), List.of("users.write", "roles.write"))
          .execute()
          .path("changeRole.role.version")
          .entity(Integer.class)
          .isEqualTo(2);
      assertFails(
          by(keeper, role, 2, name(), List.of("users.write", "companies.write")), "FORBIDDEN");
      assertThat(permissions(role)).containsExactly("roles.write", "users.write");
    }

    @Test
    void showsTheCurrentOneToWhoeverIsLate() {
      UUID role = rights.role("users.read");
      by(people.admin().token(), role, 8, name(), List.of())
          .execute()
          .path("changeRole")
          .matchesJsonStrictly(
              """
              {"role": null,
               "errors": [{"code": "STALE_VERSION", "path": ["input", "expectedVersion"],
                           "current": {"permissions": ["users.read"]}}]}
              """);
      assertThat(permissions(role)).containsExactly("users.read");
    }

    @Test
    void neitherRenamesABaseRoleNorDisarmsAdmin() {
      String admin = people.admin().token();
      UUID technician = baseRole(UserRole.TECHNICIAN);
      int version = version(technician);
      assertRefused(
          by(admin, technician, version, name(), permissions(technician)),
          "changeRole",
          "INVALID_INPUT");
      UUID base = baseRole(UserRole.ADMIN);
      List<String> before = permissions(base);
      assertRefused(
          by(admin, base, version(base), "ADMIN", before.subList(1, before.size())),
          "changeRole",
          "INVALID_INPUT");
      assertThat(permissions(base)).isEqualTo(before);
      assertThat(version(technician)).isEqualTo(version);
    }

    @Test
    void isRefusedToWhoeverMayNot() {
      UUID role = rights.role("users.read");
      assertFails(
          by(rights.userWith("users.read", "users.write").token(), role, 1, name(), List.of()),
          "FORBIDDEN");
      assertThat(permissions(role)).containsExactly("users.read");
    }
  }

  private int version(UUID role) {
    return database
        .sql("select version from identity.roles where id = ?")
        .param(role)
        .query(Integer.class)
        .single();
  }

  @Nested
  class Delete {
    private GraphQlTester.Request<?> by(String token, UUID role, int version) {
      return api.as(token)
          .document(
              """
              mutation {
                deleteRole(input: {id: "%s", expectedVersion: %d}) {
                  role { name }
                  errors { code ... on InTheWay { blockerCount blockers { id } } }
                }
              }
              """
                  .formatted(globalId("role", role), version));
    }

    private boolean isThere(UUID role) {
      return database
          .sql("select exists (select from identity.roles where id = ?)")
          .param(role)
          .query(Boolean.class)
          .single();
    }

    @Test
    void deletesWhatNobodyIsGiven() {
      UUID role = rights.role("users.read");
      by(people.admin().token(), role, 1)
          .execute()
          .path("deleteRole.errors")
          .entityList(Object.class)
          .hasSize(0);
      assertThat(isThere(role)).isFalse();
      assertThat(permissions(role)).isEmpty();
    }

    @Test
    void isRefusedWhileGiven() {
      UUID role = rights.role("users.read");
      SignedIn user = people.user(draft -> draft);
      rights.give(user.id(), role);
      by(people.admin().token(), role, 1)
          .execute()
          .path("deleteRole.errors")
          .matchesJsonStrictly(
              "[{\"code\": \"IN_THE_WAY\", \"blockerCount\": 1, \"blockers\": [{\"id\": \"%s\"}]}]"
                  .formatted(user.globalId()));
      assertThat(isThere(role)).isTrue();
    }

    @Test
    void waitsForWhoIsJustGivenIt() {
      UUID role = rights.role("users.read");
      SignedIn user = people.user(draft -> draft);
      String admin = people.admin().token();
      CompletableFuture<GraphQlTester.Response> deleting =
          transactions.execute(
              status -> {
                rights.give(user.id(), role);
                return waiting.start(() -> by(admin, role, 1).execute());
              });
      assertThat(deleting).isNotNull();
      deleting
          .join()
          .path("deleteRole.errors[*].code")
          .entityList(String.class)
          .isEqualTo(List.of("IN_THE_WAY"));
      assertThat(isThere(role)).isTrue();
    }

    @Test
    void isRefusedForBaseRolesToWhoeverIsLateAndToWhoeverMayNot() {
      UUID role = rights.role("users.read");
      String admin = people.admin().token();
      assertRefused(
          by(admin, baseRole(UserRole.CLIENT), version(baseRole(UserRole.CLIENT))),
          "deleteRole",
          "INVALID_INPUT");
      assertRefused(by(admin, role, 2), "deleteRole", "STALE_VERSION");
      assertFails(by(people.stranger().token(), role, 1), "FORBIDDEN");
      assertThat(isThere(role)).isTrue();
    }
  }

  @Nested
  class Read {
    @Test
    void showsOneselfOnlyOnesOwn() {
      UUID foreign = rights.role("users.read");
      SignedIn user = people.user(draft -> draft);
      UUID own = rights.role("registers.export");
      rights.give(user.id(), own);
      api.as(user.token())
          .document("{ roles { nodes { id } totalCount } }")
          .execute()
          .path("roles.totalCount")
          .entity(Integer.class)
          .isEqualTo(2)
          .path("roles.nodes[*].id")
          .entityList(String.class)
          .containsExactly(globalId("role", own), globalId("role", baseRole(UserRole.TECHNICIAN)));
      api.as(user.token())
          .document("query($id: ID!) { node(id: $id) { id } }")
          .variable("id", globalId("role", foreign))
          .execute()
          .path("node")
          .valueIsNull();
      assertFails(api.anonymous().document("{ roles { totalCount } }"), "UNAUTHENTICATED");
      assertFails(api.anonymous().document("{ permissions { name } }"), "UNAUTHENTICATED");
    }

    @Test
    void pagesByNameForWhoeverKeepsThem() {
      for (String permission : List.of("users.read", "roles.write")) {
        String token = rights.userWith(permission).token();
        String page =
            "query($after: String) { roles(first: 1, after: $after) { nodes { name } pageInfo { endCursor } } }";
        GraphQlTester.Response first = api.as(token).document(page).execute();
        String cursor = first.path("roles.pageInfo.endCursor").entity(String.class).get();
        String name = first.path("roles.nodes[0].name").entity(String.class).get();
        api.as(token)
            .document(page)
            .variable("after", cursor)
            .execute()
            .path("roles.nodes[0].name")
            .entity(String.class)
            .satisfies(second -> assertThat(second).isNotEqualTo(name));
      }
    }

    @Test
    void namesAllThatCanBePermitted() {
      api.as(people.stranger().token())
          .document("{ permissions { name description } tierLimits { tier name value } }")
          .execute()
          .path("permissions[*].name")
          .entityList(String.class)
          .contains(
              IdentityPermission.COMPANIES_WRITE,
              IdentityPermission.DISCIPLINES_WRITE,
              IdentityPermission.DEPARTMENTS_WRITE,
              IdentityPermission.USERS_READ,
              IdentityPermission.USERS_WRITE,
              IdentityPermission.ROLES_WRITE)
          .path("tierLimits[?(@.name == 'api_keys')].value")
          .entityList(Integer.class)
          .isEqualTo(List.of(5, 20, 100));
      assertFails(api.anonymous().document("{ tierLimits { value } }"), "UNAUTHENTICATED");
    }
  }
}
