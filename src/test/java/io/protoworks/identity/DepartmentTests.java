package io.protoworks.identity;

import static io.protoworks.identity.Rights.globalId;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People.SignedIn;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Statements;
import io.protoworks.testing.Waiting;
import java.util.Arrays;
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
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transactions;
  @Autowired Waiting waiting;
  @Autowired Statements statements;

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

  private UUID department(String name, @Nullable UUID parent) {
    return database
        .sql("insert into identity.departments (name, parent_id) values (?, ?) returning id")
        .params(Arrays.asList(name, parent))
        .query(UUID.class)
        .single();
  }

  private UUID department() {
    return department("Department " + UUID.randomUUID(), null);
  }

  private void join(UUID user, UUID department) {
    database
        .sql("insert into identity.user_departments (user_id, dept_id) values (?, ?)")
        .params(user, department)
        .update();
  }

  private boolean exists(UUID department) {
    return database
        .sql("select exists (select from identity.departments where id = ?)")
        .param(department)
        .query(Boolean.class)
        .single();
  }

  private static String id(UUID department) {
    return globalId("department", department);
  }

  @Nested
  class Create {
    @Test
    void addsItBelowItsParent() {
      UUID parent = department();
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
      department(name, null);
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
      UUID child = department("Child", department());
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
      UUID top = department();
      UUID middle = department("Middle", top);
      UUID below = department("Below", middle);
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
      UUID one = department();
      UUID two = department();
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
      UUID department = department("Current", department());
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
      UUID department = department();
      by(people.admin().token(), department, 1)
          .execute()
          .path("deleteDepartment.errors")
          .entityList(Object.class)
          .hasSize(0);
      assertThat(exists(department)).isFalse();
    }

    @Test
    void isRefusedToWhoeverMayNotOrIsLate() {
      UUID department = department();
      assertFails(by(people.stranger().token(), department, 1), "FORBIDDEN");
      assertRefused(by(people.admin().token(), department, 2), "deleteDepartment", "STALE_VERSION");
      assertThat(exists(department)).isTrue();
    }

    @Test
    void isRefusedWhileOthersAreBelow() {
      UUID department = department();
      UUID child = department("Child", department);
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
      UUID department = department();
      SignedIn member = people.user(draft -> draft);
      join(member.id(), department);
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
      UUID department = department();
      SignedIn member = people.user(draft -> draft);
      String admin = people.admin().token();
      CompletableFuture<GraphQlTester.Response> deleting =
          transactions.execute(
              status -> {
                join(member.id(), department);
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

  @Nested
  class Members {
    private GraphQlTester.Request<?> act(String verb, String token, String user, UUID department) {
      return api.as(token)
          .document(
              """
              mutation {
                %sDepartment(input: {userId: "%s", departmentId: "%s"}) {
                  user { departments { id } }
                  department { members { nodes { id } totalCount } }
                  errors { code path }
                }
              }
              """
                  .formatted(verb, user, id(department)));
    }

    private int count(UUID department) {
      return database
          .sql("select count(*) from identity.user_departments where dept_id = ?")
          .param(department)
          .query(Integer.class)
          .single();
    }

    @Test
    void comeAndGo() {
      UUID department = department();
      SignedIn user = people.user(draft -> draft);
      String admin = people.admin().token();
      for (int time = 0; time < 2; time++) {
        act("assign", admin, user.globalId(), department)
            .execute()
            .path("assignDepartment")
            .matchesJsonStrictly(
                """
                {"user": {"departments": [{"id": "%s"}]},
                 "department": {"members": {"nodes": [{"id": "%s"}], "totalCount": 1}},
                 "errors": []}
                """
                    .formatted(id(department), user.globalId()));
      }
      for (int time = 0; time < 2; time++) {
        act("remove", admin, user.globalId(), department)
            .execute()
            .path("removeDepartment")
            .matchesJsonStrictly(
                """
                {"user": {"departments": []},
                 "department": {"members": {"nodes": [], "totalCount": 0}},
                 "errors": []}
                """);
      }
    }

    @Test
    void areNotForWhoeverMayNot() {
      UUID department = department();
      SignedIn user = people.user(draft -> draft);
      assertFails(
          act("assign", people.stranger().token(), user.globalId(), department), "FORBIDDEN");
      String keeper = rights.userWith("departments.write").token();
      assertRefused(
          act("assign", keeper, user.globalId(), department),
          "assignDepartment",
          "UNKNOWN_REFERENCE");
      assertThat(count(department)).isZero();
      join(user.id(), department);
      assertFails(
          act("remove", people.stranger().token(), user.globalId(), department), "FORBIDDEN");
      assertThat(count(department)).isEqualTo(1);
    }
  }

  @Nested
  class Read {
    private static final String NODE =
        """
        query($id: ID!) {
          node(id: $id) { ... on Department { name parent { name } children { name } } }
        }
        """;

    private GraphQlTester.Response see(String token, UUID department) {
      return api.as(token).document(NODE).variable("id", id(department)).execute();
    }

    @Test
    void membersSeeTheirsAndAllAbove() {
      UUID top = department();
      UUID mine = department("Mine", top);
      UUID sibling = department("Sibling", top);
      UUID below = department("Below", mine);
      SignedIn member = people.user(draft -> draft);
      join(member.id(), mine);
      see(member.token(), top)
          .path("node.children[*].name")
          .entityList(String.class)
          .isEqualTo(List.of("Mine"));
      see(member.token(), mine).path("node.parent").hasValue();
      see(member.token(), sibling).path("node").valueIsNull();
      see(member.token(), below).path("node").valueIsNull();
      api.as(member.token())
          .document("{ departments { nodes { id } totalCount } }")
          .execute()
          .path("departments.totalCount")
          .entity(Integer.class)
          .isEqualTo(2);
      api.as(member.token())
          .document("{ departments(filter: {topOnly: true}) { nodes { id } } }")
          .execute()
          .path("departments.nodes[*].id")
          .entityList(String.class)
          .isEqualTo(List.of(id(top)));
    }

    @Test
    void strangersSeeNoneAndReadersSeeAll() {
      UUID top = department();
      department("Child", top);
      String stranger = people.stranger().token();
      see(stranger, top).path("node").valueIsNull();
      api.as(stranger)
          .document("{ departments { totalCount } }")
          .execute()
          .path("departments.totalCount")
          .entity(Integer.class)
          .isEqualTo(0);
      for (String permission : List.of("users.read", "departments.write")) {
        see(rights.userWith(permission).token(), top)
            .path("node.children[*].name")
            .entityList(String.class)
            .isEqualTo(List.of("Child"));
      }
      assertFails(api.anonymous().document("{ departments { totalCount } }"), "UNAUTHENTICATED");
    }

    @Test
    void pagesMembersOfManyDepartmentsInOneStatement() {
      UUID top = department();
      for (String name : List.of("A", "B", "C")) {
        UUID child = department(name, top);
        for (int number = 1; number <= 3; number++) {
          String user = name + number;
          join(people.user(draft -> draft.withName(user)).id(), child);
        }
      }
      String query =
          """
          query($id: ID!, $after: String) {
            node(id: $id) { ... on Department {
              children { members(first: 2, after: $after) {
                nodes { name } totalCount pageInfo { hasNextPage endCursor } } } } }
          }
          """;
      String admin = people.admin().token();
      List<String> executed =
          statements.during(
              () ->
                  api.as(admin)
                      .document(query)
                      .variable("id", id(top))
                      .execute()
                      .path("node.children[*].members.nodes[*].name")
                      .entityList(String.class)
                      .isEqualTo(List.of("A1", "A2", "B1", "B2", "C1", "C2"))
                      .path("node.children[*].members.totalCount")
                      .entityList(Integer.class)
                      .isEqualTo(List.of(3, 3, 3)));
      assertThat(executed)
          .filteredOn(statement -> statement.startsWith("UserMapper"))
          .containsExactlyInAnyOrder("UserMapper.listByParentIds", "UserMapper.countByParentIds");
      String cursor =
          api.as(admin)
              .document(query)
              .variable("id", id(top))
              .execute()
              .path("node.children[0].members.pageInfo.endCursor")
              .entity(String.class)
              .get();
      api.as(admin)
          .document(query)
          .variable("id", id(top))
          .variable("after", cursor)
          .execute()
          .path("node.children[0].members.nodes[*].name")
          .entityList(String.class)
          .isEqualTo(List.of("A3"));
    }
  }
}
