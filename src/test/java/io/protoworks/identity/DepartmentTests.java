package io.protoworks.identity;

import static io.protoworks.identity.Departments.id;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People.SignedIn;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Waiting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class DepartmentTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Rights rights;
  @Autowired Departments departments;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transactions;
  @Autowired Waiting waiting;

  private static final String CREATE =
      """
      mutation($input: CreateDepartmentInput!) {
        createDepartment(input: $input) {
          department { name parent { id } manager { id } version }
          errors { code path }
        }
      }
      """;

  private static final String CHANGE =
      """
      mutation($input: ChangeDepartmentInput!) {
        changeDepartment(input: $input) {
          department { name description parent { id } manager { id } version }
          errors { code path ... on StaleVersion { current { ... on Department { name } } } }
        }
      }
      """;

  private static final String DELETE =
      """
      mutation($id: ID!, $version: Int!) {
        deleteDepartment(input: {id: $id, expectedVersion: $version}) {
          department { name }
          errors { code ... on InTheWay { blockerCount blockers { id } } }
        }
      }
      """;

  private boolean exists(UUID department) {
    return database
        .sql("select exists (select from identity.departments where id = ?)")
        .param(department)
        .query(Boolean.class)
        .single();
  }

  @Nested
  class Create {
    @Test
    void addsItBelowItsParent() {
      UUID parent = departments.department();
      SignedIn manager = people.user(draft -> draft);
      api.as(people.admin().token())
          .document(CREATE)
          .variable(
              "input",
              Map.of("name", "Below", "parentId", id(parent), "managerId", manager.globalId()))
          .execute()
          .path("createDepartment")
          .matchesJsonStrictly(
              """
              {"department": {"name": "Below", "parent": {"id": "%s"}, "manager": {"id": "%s"},
                              "version": 1},
               "errors": []}
              """
                  .formatted(id(parent), manager.globalId()));
    }

    @Test
    void isRefusedToWhoeverMayNot() {
      String name = "Department " + UUID.randomUUID();
      Map<String, Object> input = Map.of("name", name);
      assertFails(api.anonymous().document(CREATE).variable("input", input), "UNAUTHENTICATED");
      for (String token :
          List.of(people.stranger().token(), rights.userWith("users.write").token())) {
        assertFails(api.as(token).document(CREATE).variable("input", input), "FORBIDDEN");
      }
      assertThat(
              database
                  .sql("select exists (select from identity.departments where name = ?)")
                  .param(name)
                  .query(Boolean.class)
                  .single())
          .isFalse();
    }

    @Test
    void refusesASiblingOfTheSameName() {
      String name = "Department " + UUID.randomUUID();
      departments.department(name, null);
      assertRefused(
          api.as(people.admin().token()).document(CREATE).variable("input", Map.of("name", name)),
          "createDepartment",
          "NOT_UNIQUE");
    }

    @Test
    void refusesWhatTheViewerDoesNotFind() {
      SignedIn keeper = rights.userWith("departments.write");
      String foreigner = people.user(draft -> draft).globalId();
      String name = "Department " + UUID.randomUUID();
      api.as(keeper.token())
          .document(CREATE)
          .variable("input", Map.of("name", name, "managerId", foreigner))
          .execute()
          .path("createDepartment.errors")
          .matchesJsonStrictly(
              "[{\"code\": \"UNKNOWN_REFERENCE\", \"path\": [\"input\", \"managerId\"]}]");
      api.as(keeper.token())
          .document(CREATE)
          .variable("input", Map.of("name", name, "parentId", id(UUID.randomUUID())))
          .execute()
          .path("createDepartment.errors")
          .matchesJsonStrictly(
              "[{\"code\": \"UNKNOWN_REFERENCE\", \"path\": [\"input\", \"parentId\"]}]");
    }
  }

  @Nested
  class ChangeOne {
    private GraphQlTester.Request<?> move(UUID department, int version, @Nullable UUID parent) {
      Map<String, Object> input = new HashMap<>();
      input.put("id", id(department));
      input.put("expectedVersion", version);
      input.put("name", "Moved " + department);
      if (parent != null) {
        input.put("parentId", id(parent));
      }
      return api.as(people.admin().token()).document(CHANGE).variable("input", input);
    }

    @Test
    void movesItAndEmptiesWhatIsLeftOut() {
      UUID child = departments.department("Child", departments.department());
      move(child, 1, null)
          .execute()
          .path("changeDepartment")
          .matchesJsonStrictly(
              """
              {"department": {"name": "Moved %s", "description": null, "parent": null,
                              "manager": null, "version": 2},
               "errors": []}
              """
                  .formatted(child));
    }

    @Test
    void refusesACircle() {
      UUID top = departments.department();
      UUID middle = departments.department("Middle", top);
      UUID below = departments.department("Below", middle);
      for (UUID parent : List.of(top, middle, below)) {
        move(top, 1, parent)
            .execute()
            .path("changeDepartment.errors[*]")
            .matchesJsonStrictly(
                "[{\"code\": \"INVALID_INPUT\", \"path\": [\"input\", \"parentId\"]}]");
      }
      assertThat(
              database
                  .sql("select parent_id is null from identity.departments where id = ?")
                  .param(top)
                  .query(Boolean.class)
                  .single())
          .isTrue();
    }

    @Test
    void refusesOneOfTwoMovesThatWouldCloseACircleTogether() {
      UUID one = departments.department();
      UUID two = departments.department();
      CompletableFuture<GraphQlTester.Response> second =
          transactions.execute(
              status -> {
                database
                    .sql("update identity.departments set parent_id = ? where id = ?")
                    .params(two, one)
                    .update();
                return waiting.start(() -> move(two, 1, one).execute());
              });
      assertThat(second).isNotNull();
      second
          .join()
          .path("changeDepartment.errors[*].code")
          .entityList(String.class)
          .isEqualTo(List.of("INVALID_INPUT"));
    }

    @Test
    void showsTheCurrentOneToWhoeverIsLate() {
      UUID department = departments.department("Current", departments.department());
      move(department, 9, null)
          .execute()
          .path("changeDepartment")
          .matchesJsonStrictly(
              """
              {"department": null,
               "errors": [{"code": "STALE_VERSION", "path": ["input", "expectedVersion"],
                           "current": {"name": "Current"}}]}
              """);
    }
  }

  @Nested
  class Delete {
    private GraphQlTester.Request<?> by(String token, UUID department, int version) {
      return api.as(token)
          .document(DELETE)
          .variable("id", id(department))
          .variable("version", version);
    }

    @Test
    void deletesAnEmptyOne() {
      UUID department = departments.department();
      by(people.admin().token(), department, 1)
          .execute()
          .path("deleteDepartment.errors")
          .entityList(Object.class)
          .hasSize(0);
      assertThat(exists(department)).isFalse();
    }

    @Test
    void isRefusedToWhoeverMayNotOrIsLate() {
      UUID department = departments.department();
      assertFails(by(people.stranger().token(), department, 1), "FORBIDDEN");
      assertRefused(by(people.admin().token(), department, 2), "deleteDepartment", "STALE_VERSION");
      assertThat(exists(department)).isTrue();
    }

    @Test
    void isRefusedWhileOthersAreBelow() {
      UUID department = departments.department();
      UUID child = departments.department("Child", department);
      by(people.admin().token(), department, 1)
          .execute()
          .path("deleteDepartment.errors")
          .matchesJsonStrictly(
              "[{\"code\": \"IN_THE_WAY\", \"blockerCount\": 1, \"blockers\": [{\"id\": \"%s\"}]}]"
                  .formatted(id(child)));
      assertThat(exists(department)).isTrue();
    }

    @Test
    void isRefusedWhileItHasMembers() {
      UUID department = departments.department();
      SignedIn member = people.user(draft -> draft);
      departments.join(member.id(), department);
      by(people.admin().token(), department, 1)
          .execute()
          .path("deleteDepartment.errors")
          .matchesJsonStrictly(
              "[{\"code\": \"IN_THE_WAY\", \"blockerCount\": 1, \"blockers\": [{\"id\": \"%s\"}]}]"
                  .formatted(member.globalId()));
      assertThat(exists(department)).isTrue();
    }

    @Test
    void waitsForAMemberWhoIsJustJoining() {
      UUID department = departments.department();
      SignedIn member = people.user(draft -> draft);
      String admin = people.admin().token();
      CompletableFuture<GraphQlTester.Response> deleting =
          transactions.execute(
              status -> {
                departments.join(member.id(), department);
                return waiting.start(() -> by(admin, department, 1).execute());
              });
      assertThat(deleting).isNotNull();
      deleting
          .join()
          .path("deleteDepartment.errors[*].code")
          .entityList(String.class)
          .isEqualTo(List.of("IN_THE_WAY"));
    }
  }
}
