package io.protoworks.plant;

import static io.protoworks.plant.Plants.globalId;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ProjectTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Plants plants;
  @Autowired JdbcClient database;

  private People.SignedIn manager;
  private GraphQlTester asManager;

  @BeforeEach
  void signIn() {
    manager = people.user(draft -> draft.withRole(UserRole.MANAGER));
    asManager = api.as(manager.token());
  }

  private static GraphQlTester.Request<?> ask(
      GraphQlTester caller, String mutation, Map<String, Object> input) {
    return Mutations.ask(
        caller,
        mutation,
        "project { id code name description isActive isFavorite version owner { id } }",
        input);
  }

  private static Map<String, Object> versioned(UUID project, int version) {
    return Map.of("id", globalId("project", project), "expectedVersion", version);
  }

  private String row(UUID project) {
    return database
        .sql("select to_jsonb(project)::text from plant.projects project where id = ?")
        .param(project)
        .query(String.class)
        .single();
  }

  private String codeOf(UUID project) {
    return database
        .sql("select code from plant.projects where id = ?")
        .param(project)
        .query(String.class)
        .single();
  }

  @Nested
  class Create {
    private Map<String, Object> input(String code, UUID client) {
      return Map.of(
          "code", code, "name", "Topside", "clientCompanyId", globalId("company", client));
    }

    @Test
    void putsTheOwnerIntoTheTeam() {
      People.SignedIn admin = people.admin();
      String code = "C-" + UUID.randomUUID();
      ask(api.as(admin.token()), "createProject", input(code, people.company(CompanyType.CLIENTE)))
          .execute()
          .path("createProject.project.owner.id")
          .entity(String.class)
          .isEqualTo(admin.globalId());
      api.as(admin.token())
          .document(
              "query($code: String!) { project(code: $code) { teamMembers { nodes { user { id } } } } }")
          .variable("code", code)
          .execute()
          .path("project.teamMembers.nodes[*].user.id")
          .entityList(String.class)
          .containsExactly(admin.globalId());
    }

    @Test
    void isRefusedToWhoeverMayNot() {
      String code = "C-" + UUID.randomUUID();
      Map<String, Object> input = input(code, manager.companyId());
      assertFails(ask(api.anonymous(), "createProject", input), "UNAUTHENTICATED");
      assertFails(ask(api.as(people.stranger().token()), "createProject", input), "FORBIDDEN");
      assertFails(ask(asManager, "createProject", input), "FORBIDDEN");
      assertThat(
              database
                  .sql("select count(*) from plant.projects where code = ?")
                  .param(code)
                  .query(Integer.class)
                  .single())
          .isZero();
    }

    @Test
    void saysWhatIsWrongWithTheInput() {
      GraphQlTester admin = api.as(people.admin().token());
      UUID client = people.company(CompanyType.CLIENTE);
      String taken = codeOf(plants.projectOf(client));
      assertRefused(
          ask(admin, "createProject", input(taken, client)), "createProject", "NOT_UNIQUE");
      assertRefused(
          ask(admin, "createProject", input("a\u0007", client)), "createProject", "INVALID_INPUT");
      assertRefused(
          ask(admin, "createProject", input("Z", UUID.randomUUID())),
          "createProject",
          "UNKNOWN_REFERENCE");
      Map<String, Object> backwards = new HashMap<>(input("C-" + UUID.randomUUID(), client));
      backwards.put("startDate", "2026-03-02");
      backwards.put("expectedEndDate", "2026-03-01");
      assertRefused(ask(admin, "createProject", backwards), "createProject", "INVALID_INPUT");
    }
  }

  @Nested
  class ChangeOne {
    private Map<String, Object> input(UUID project, int version) {
      return Map.of(
          "id", globalId("project", project),
          "expectedVersion", version,
          "code", codeOf(project),
          "name", "Renamed",
          "clientCompanyId", globalId("company", manager.companyId()),
          "ownerId", manager.globalId());
    }

    @Test
    void countsTheVersionAndEmptiesWhatIsLeftOut() {
      UUID project = plants.projectOf(manager.companyId());
      ask(asManager, "changeProject", input(project, 1))
          .execute()
          .path("changeProject.project")
          .matchesJson(
              """
              {"name": "Renamed", "description": null, "version": 2, "owner": {"id": "%s"}}
              """
                  .formatted(manager.globalId()));
    }

    @Test
    void isRefusedToWhoeverMayNotOrIsLate() {
      UUID project = plants.projectOf(manager.companyId());
      String before = row(project);
      String technician = people.user(draft -> draft.withCompany(manager.companyId())).token();
      Map<String, Object> input = input(project, 1);
      assertFails(ask(api.anonymous(), "changeProject", input), "UNAUTHENTICATED");
      assertFails(ask(api.as(technician), "changeProject", input), "FORBIDDEN");
      assertRefused(
          ask(api.as(people.stranger().token()), "changeProject", input),
          "changeProject",
          "UNKNOWN_REFERENCE");
      assertRefused(
          ask(asManager, "changeProject", input(project, 9)), "changeProject", "STALE_VERSION");
      assertThat(row(project)).isEqualTo(before);
    }

    @Test
    void takesOnlyAnOwnerWhomTheViewerFinds() {
      UUID project = plants.projectOf(manager.companyId());
      Map<String, Object> input = new HashMap<>(input(project, 1));
      input.put("ownerId", people.stranger().globalId());
      assertRefused(ask(asManager, "changeProject", input), "changeProject", "UNKNOWN_REFERENCE");
    }
  }

  @Nested
  class TakeOutOfUse {
    @Test
    void isRefusedWhileAreasAreInUse() {
      Plants.Plant plant = plants.plantOf(manager.companyId());
      String before = row(plant.projectId());
      ask(asManager, "deactivateProject", versioned(plant.projectId(), 1))
          .execute()
          .path("deactivateProject")
          .matchesJson(
              """
              {"project": null,
               "errors": [{"code": "IN_THE_WAY", "blockerCount": 1, "blockers": [{"id": "%s"}]}]}
              """
                  .formatted(globalId("area", plant.areaId())));
      assertThat(row(plant.projectId())).isEqualTo(before);
    }

    @Test
    void leavesTheListAndComesBack() {
      UUID project = plants.projectOf(manager.companyId());
      ask(asManager, "deactivateProject", versioned(project, 1))
          .execute()
          .path("deactivateProject.project.isActive")
          .entity(Boolean.class)
          .isEqualTo(false);
      assertThat(codes("projects")).isEmpty();
      assertThat(codes("projects(filter: {includeInactive: true})")).hasSize(1);
      ask(asManager, "restoreProject", versioned(project, 2))
          .execute()
          .path("restoreProject.project.isActive")
          .entity(Boolean.class)
          .isEqualTo(true);
    }

    @Test
    void isRefusedToWhoeverMayNot() {
      UUID project = plants.projectOf(manager.companyId());
      String technician = people.user(draft -> draft.withCompany(manager.companyId())).token();
      String before = row(project);
      for (String mutation : List.of("deactivateProject", "restoreProject")) {
        Map<String, Object> input = versioned(project, 1);
        assertFails(ask(api.anonymous(), mutation, input), "UNAUTHENTICATED");
        assertFails(ask(api.as(technician), mutation, input), "FORBIDDEN");
        assertRefused(
            ask(api.as(people.stranger().token()), mutation, input), mutation, "UNKNOWN_REFERENCE");
      }
      assertThat(row(project)).isEqualTo(before);
    }
  }

  private List<String> codes(String field) {
    return asManager
        .document("{ list: %s { totalCount nodes { code } } }".formatted(field))
        .execute()
        .path("list.nodes[*].code")
        .entityList(String.class)
        .get();
  }

  @Nested
  class Find {
    private UUID project(String code, String name) {
      return plants.project(
          draft ->
              draft
                  .withClient(manager.companyId())
                  .withCode(code + " " + manager.id())
                  .withName(name));
    }

    @Test
    void ordersBothWaysByCodeAndByName() {
      project("B", "Alpha");
      project("A", "Beta");
      assertThat(codes("projects")).extracting(code -> code.charAt(0)).containsExactly('A', 'B');
      assertThat(codes("projects(orderBy: CODE_DESC)"))
          .extracting(code -> code.charAt(0))
          .containsExactly('B', 'A');
      assertThat(codes("projects(orderBy: NAME_ASC)"))
          .extracting(code -> code.charAt(0))
          .containsExactly('B', 'A');
      assertThat(codes("projects(orderBy: NAME_DESC, first: 1)"))
          .extracting(code -> code.charAt(0))
          .containsExactly('A');
    }

    @Test
    void narrowsByNameTagAndFavorite() {
      UUID topside = project("A", "Topside 50%");
      project("B", "Subsea 50x");
      plants.tag(topside, "urgent");
      ask(asManager, "addFavorite", Map.of("projectId", globalId("project", topside)))
          .execute()
          .path("addFavorite.project.isFavorite")
          .entity(Boolean.class)
          .isEqualTo(true);
      for (String filter :
          List.of(
              "search: \"TOPS\"", "search: \"50%\"", "tag: \"urgent\"", "favoritesOnly: true")) {
        assertThat(codes("projects(filter: {%s})".formatted(filter)))
            .as(filter)
            .extracting(code -> code.charAt(0))
            .containsExactly('A');
      }
      assertThat(codes("projects(filter: {search: \"50\"})")).hasSize(2);
    }

    @Test
    void marksAndUnmarksAFavoriteHoweverOften() {
      UUID project = project("A", "Alpha");
      Map<String, Object> input = Map.of("projectId", globalId("project", project));
      for (String mutation :
          List.of("addFavorite", "addFavorite", "removeFavorite", "removeFavorite")) {
        ask(asManager, mutation, input)
            .execute()
            .path(mutation + ".project.isFavorite")
            .entity(Boolean.class)
            .isEqualTo(mutation.startsWith("add"));
      }
      assertFails(ask(api.anonymous(), "addFavorite", input), "UNAUTHENTICATED");
      assertRefused(
          ask(api.as(people.stranger().token()), "addFavorite", input),
          "addFavorite",
          "UNKNOWN_REFERENCE");
    }

    @Test
    void listsTheProjectsOfACompany() {
      UUID client = project("A", "As client");
      UUID partner = plants.project(draft -> draft.withCode("B " + manager.id()));
      plants.participant(partner, manager.companyId(), CompanyType.MONTADORA);
      plants.participant(client, manager.companyId(), CompanyType.CLIENTE);
      asManager
          .document(
              "query($id: ID!) { node(id: $id) { ... on Company { projects { totalCount nodes { id } } } } }")
          .variable("id", globalId("company", manager.companyId()))
          .execute()
          .path("node.projects")
          .matchesJson(
              """
              {"totalCount": 2, "nodes": [{"id": "%s"}, {"id": "%s"}]}
              """
                  .formatted(globalId("project", client), globalId("project", partner)));
    }
  }
}
