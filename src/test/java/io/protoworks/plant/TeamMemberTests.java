package io.protoworks.plant;

import static io.protoworks.plant.Plants.globalId;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class TeamMemberTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Plants plants;
  @Autowired JdbcClient database;

  private People.SignedIn manager;
  private People.SignedIn colleague;
  private UUID project;

  @BeforeEach
  void makeProject() {
    manager = people.user(draft -> draft.withRole(UserRole.MANAGER));
    colleague = people.user(draft -> draft.withCompany(manager.companyId()));
    project = plants.projectOf(manager.companyId());
  }

  private static GraphQlTester.Request<?> ask(
      GraphQlTester caller, String mutation, Map<String, Object> input) {
    return Mutations.ask(
        caller,
        mutation,
        "teamMember { id version user { id } role { name } addedBy { id } }",
        input);
  }

  private Map<String, Object> added(People.SignedIn user, String role) {
    return Map.of(
        "projectId",
        globalId("project", project),
        "userId",
        user.globalId(),
        "roleId",
        globalId("role", role(role)));
  }

  private UUID role(String name) {
    return database
        .sql("select id from identity.roles where name = ?")
        .param(name)
        .query(UUID.class)
        .single();
  }

  private static Map<String, Object> named(UUID member, int version) {
    return Map.of("id", globalId("team_member", member), "expectedVersion", version);
  }

  private String state() {
    return database
        .sql(
            "select coalesce(string_agg(to_jsonb(member)::text, ',' order by id), '')"
                + " from plant.team_members member where project_id = ?")
        .param(project)
        .query(String.class)
        .single();
  }

  @Test
  void aRoleInTheTeamAllowsWhatItSaysInThisProjectOnly() {
    GraphQlTester asColleague = api.as(colleague.token());
    UUID elsewhere = plants.projectOf(manager.companyId());
    assertFails(createArea(asColleague, project), "FORBIDDEN");
    ask(api.as(manager.token()), "addTeamMember", added(colleague, "MANAGER"))
        .execute()
        .path("addTeamMember.teamMember")
        .matchesJson(
            """
            {"version": 1, "role": {"name": "MANAGER"}, "user": {"id": "%s"}, "addedBy": {"id": "%s"}}
            """
                .formatted(colleague.globalId(), manager.globalId()));
    createArea(asColleague, project).execute().path("createArea.area.id").hasValue();
    assertFails(createArea(asColleague, elsewhere), "FORBIDDEN");
  }

  private static GraphQlTester.Request<?> createArea(GraphQlTester caller, UUID project) {
    return Mutations.ask(
        caller,
        "createArea",
        "area { id }",
        Map.of("projectId", globalId("project", project), "code", "A1", "name", "Area"));
  }

  @Test
  void nobodyGivesAwayMoreThanTheyMay() {
    People.SignedIn admin = people.admin();
    String before = state();
    assertRefused(
        ask(api.as(manager.token()), "addTeamMember", added(colleague, "ADMIN")),
        "addTeamMember",
        "UNKNOWN_REFERENCE");
    GraphQlTester key = api.as(plants.apiKey(manager, PlantPermission.PROJECTS_WRITE));
    assertFails(ask(key, "addTeamMember", added(colleague, "MANAGER")), "FORBIDDEN");
    assertThat(state()).isEqualTo(before);
    ask(api.as(admin.token()), "addTeamMember", added(colleague, "ADMIN"))
        .execute()
        .path("addTeamMember.teamMember.role.name")
        .entity(String.class)
        .isEqualTo("ADMIN");
  }

  @Test
  void takesOnlyAUserWhomTheViewerFindsAndEachOnce() {
    GraphQlTester caller = api.as(manager.token());
    assertRefused(
        ask(caller, "addTeamMember", added(people.stranger(), "MANAGER")),
        "addTeamMember",
        "UNKNOWN_REFERENCE");
    plants.member(project, colleague.id());
    assertRefused(
        ask(caller, "addTeamMember", added(colleague, "MANAGER")), "addTeamMember", "NOT_UNIQUE");
  }

  @Test
  void changesAndTakesAwayTheRole() {
    UUID member = plants.member(project, colleague.id(), "TECHNICIAN");
    GraphQlTester caller = api.as(manager.token());
    Map<String, Object> promoted = new HashMap<>(named(member, 1));
    promoted.put("roleId", globalId("role", role("MANAGER")));
    ask(caller, "changeTeamMember", promoted)
        .execute()
        .path("changeTeamMember.teamMember.role.name")
        .entity(String.class)
        .isEqualTo("MANAGER");
    ask(caller, "changeTeamMember", named(member, 2))
        .execute()
        .path("changeTeamMember.teamMember")
        .matchesJson("{\"role\": null, \"version\": 3}");
    assertRefused(
        ask(caller, "changeTeamMember", named(member, 1)), "changeTeamMember", "STALE_VERSION");
  }

  @Test
  void leavesUnlessTheyOwnTheProject() {
    UUID member = plants.member(project, colleague.id());
    GraphQlTester caller = api.as(manager.token());
    database
        .sql("update plant.projects set owner_id = ? where id = ?")
        .params(colleague.id(), project)
        .update();
    assertRefused(
        ask(caller, "removeTeamMember", named(member, 1)), "removeTeamMember", "IN_THE_WAY");
    database
        .sql("update plant.projects set owner_id = ? where id = ?")
        .params(manager.id(), project)
        .update();
    ask(caller, "removeTeamMember", named(member, 1))
        .execute()
        .path("removeTeamMember.teamMember.id")
        .entity(String.class)
        .isEqualTo(globalId("team_member", member));
    assertThat(state()).isEmpty();
  }

  @Test
  void isRefusedToWhoeverMayNot() {
    UUID member = plants.member(project, manager.id());
    GraphQlTester technician = api.as(colleague.token());
    GraphQlTester stranger = api.as(people.stranger().token());
    String before = state();
    Map<String, Map<String, Object>> inputs =
        Map.of(
            "addTeamMember", added(colleague, "MANAGER"),
            "changeTeamMember", named(member, 1),
            "removeTeamMember", named(member, 1));
    for (String mutation : List.copyOf(inputs.keySet())) {
      Map<String, Object> input = inputs.getOrDefault(mutation, Map.of());
      assertFails(ask(api.anonymous(), mutation, input), "UNAUTHENTICATED");
      assertFails(ask(technician, mutation, input), "FORBIDDEN");
      assertRefused(ask(stranger, mutation, input), mutation, "UNKNOWN_REFERENCE");
    }
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void isPagedInTheOrderOfJoining() {
    plants.member(project, manager.id());
    plants.member(project, colleague.id());
    String page =
        """
        query($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
          node(id: $id) { ... on Project {
            teamMembers(first: $first, after: $after, last: $last, before: $before) {
              totalCount nodes { user { id } } pageInfo { endCursor startCursor hasNextPage } } } }
        }
        """;
    GraphQlTester caller = api.as(manager.token());
    GraphQlTester.Request<?> request =
        caller.document(page).variable("id", globalId("project", project));
    GraphQlTester.Response first = request.variable("first", 1).execute();
    first
        .path("node.teamMembers")
        .matchesJson(
            """
            {"totalCount": 2, "nodes": [{"user": {"id": "%s"}}], "pageInfo": {"hasNextPage": true}}
            """
                .formatted(manager.globalId()));
    GraphQlTester.Response second =
        caller
            .document(page)
            .variable("id", globalId("project", project))
            .variable(
                "after",
                first.path("node.teamMembers.pageInfo.endCursor").entity(String.class).get())
            .execute();
    second
        .path("node.teamMembers.nodes[*].user.id")
        .entityList(String.class)
        .containsExactly(colleague.globalId());
    caller
        .document(page)
        .variable("id", globalId("project", project))
        .variable("last", 1)
        .variable(
            "before",
            second.path("node.teamMembers.pageInfo.startCursor").entity(String.class).get())
        .execute()
        .path("node.teamMembers.nodes[*].user.id")
        .entityList(String.class)
        .containsExactly(manager.globalId());
  }
}
