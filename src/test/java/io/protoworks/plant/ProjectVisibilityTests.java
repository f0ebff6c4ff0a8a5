package io.protoworks.plant;

import static io.protoworks.plant.Plants.globalId;
import static io.protoworks.testing.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees a project, and what is in it: in roots, look-ups, lists, counts and searches alike. */
@ServerTest
class ProjectVisibilityTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Plants plants;
  @Autowired JdbcClient database;

  private Plants.Plant plant;
  private String code;

  @BeforeEach
  void makePlant() {
    plant = plants.plantOf(people.company(CompanyType.CLIENTE));
    plants.participant(
        plant.projectId(), people.company(CompanyType.GERENCIADORA), CompanyType.GERENCIADORA);
    plants.member(plant.projectId(), people.user(draft -> draft).id());
    code =
        database
            .sql("select code from plant.projects where id = ?")
            .param(plant.projectId())
            .query(String.class)
            .single();
  }

  private static final String EVERYWHERE =
      """
      query($code: String!, $ids: [ID!]!, $project: ID!) {
        project(code: $code) {
          counts { areas systems subsystems equipments }
          areas { code } systems { code } subsystems { code }
          equipments { totalCount nodes { tagId } }
          companies { role } teamMembers { totalCount nodes { id } }
        }
        projects { totalCount nodes { code } }
        equipment(projectCode: $code, tagId: "P-101") { tagId }
        equipments { totalCount nodes { tagId } }
        ofProject: equipments(projectId: $project) { totalCount nodes { tagId } }
        found: equipments(filter: {search: "p-10"}) { totalCount nodes { tagId } }
        nodes(ids: $ids) { id }
      }
      """;

  private GraphQlTester.Response look(String token) {
    return api.as(token)
        .document(EVERYWHERE)
        .variable("code", code)
        .variable("project", globalId("project", plant.projectId()))
        .variable(
            "ids",
            List.of(
                globalId("area", plant.areaId()),
                globalId("system", plant.systemId()),
                globalId("subsystem", plant.subsystemId()),
                globalId("equipment", plant.equipmentId())))
        .execute();
  }

  private void assertSeesAll(String token) {
    GraphQlTester.Response seen = look(token);
    seen.path("project")
        .matchesJson(
            """
            {"counts": {"areas": 1, "systems": 1, "subsystems": 1, "equipments": 1},
             "areas": [{"code": "A1"}], "systems": [{"code": "S1"}], "subsystems": [{"code": "SS1"}],
             "equipments": {"totalCount": 1, "nodes": [{"tagId": "P-101"}]}}
            """);
    seen.path("equipment.tagId").entity(String.class).isEqualTo("P-101");
    seen.path("ofProject.totalCount").entity(Integer.class).isEqualTo(1);
    seen.path("nodes[*].id").entityList(String.class).hasSize(4);
  }

  private static void assertSeesNothingInside(GraphQlTester.Response seen) {
    seen.path("equipment").valueIsNull();
    for (String list : List.of("equipments", "ofProject", "found")) {
      seen.path(list).matchesJsonStrictly("{\"totalCount\": 0, \"nodes\": []}");
    }
    seen.path("nodes").matchesJsonStrictly("[null, null, null, null]");
  }

  @Test
  void aStrangerSeesNoneOfIt() {
    GraphQlTester.Response seen = look(people.stranger().token());
    seen.path("project").valueIsNull();
    seen.path("projects").matchesJsonStrictly("{\"totalCount\": 0, \"nodes\": []}");
    assertSeesNothingInside(seen);
  }

  @Test
  void aSupplierSeesTheProjectItselfOnly() {
    People.SignedIn supplier = people.user(draft -> draft.withRole(UserRole.SUPPLIER));
    plants.participant(plant.projectId(), supplier.companyId(), CompanyType.FORNECEDOR);
    GraphQlTester.Response seen = look(supplier.token());
    seen.path("project")
        .matchesJsonStrictly(
            """
            {"counts": {"areas": 0, "systems": 0, "subsystems": 0, "equipments": 0},
             "areas": [], "systems": [], "subsystems": [],
             "equipments": {"totalCount": 0, "nodes": []},
             "companies": [], "teamMembers": {"totalCount": 0, "nodes": []}}
            """);
    seen.path("projects.totalCount").entity(Integer.class).isEqualTo(1);
    assertSeesNothingInside(seen);
  }

  @Test
  void theClientsPeopleParticipantsTheTeamAndAdministratorsSeeItAll() {
    UUID client =
        database
            .sql("select client_company_id from plant.projects where id = ?")
            .param(plant.projectId())
            .query(UUID.class)
            .single();
    assertSeesAll(
        people.user(draft -> draft.withRole(UserRole.CLIENT).withCompany(client)).token());
    People.SignedIn fitter = people.user(draft -> draft);
    plants.participant(plant.projectId(), fitter.companyId(), CompanyType.MONTADORA);
    assertSeesAll(fitter.token());
    People.SignedIn member = people.stranger();
    plants.member(plant.projectId(), member.id());
    assertSeesAll(member.token());
    assertSeesAll(people.admin().token());
  }

  @Test
  void aKeyReadsWhatItsUserSeesAndWritesWhatItsScopesAllow() {
    People.SignedIn manager = people.stranger();
    plants.member(plant.projectId(), manager.id());
    String reading = plants.apiKey(manager);
    String writing = plants.apiKey(manager, PlantPermission.HIERARCHY_WRITE);
    assertSeesAll(reading);
    assertFails(createArea(api.as(reading)), "FORBIDDEN");
    createArea(api.as(writing)).execute().path("createArea.area.id").hasValue();
  }

  private GraphQlTester.Request<?> createArea(GraphQlTester caller) {
    return Mutations.ask(
        caller,
        "createArea",
        "area { id }",
        Map.of("projectId", globalId("project", plant.projectId()), "code", "A2", "name", "Area"));
  }

  @Test
  void whoeverIsSuspendedOrLeavesSeesNothingAtOnce() {
    People.SignedIn member = people.stranger();
    UUID membership = plants.member(plant.projectId(), member.id());
    assertSeesAll(member.token());
    database.sql("delete from plant.team_members where id = ?").param(membership).update();
    GraphQlTester.Response seen = look(member.token());
    seen.path("project").valueIsNull();
    assertSeesNothingInside(seen);
  }

  @Test
  void anIdOfNothingAnswersLikeAnIdThatIsHidden() {
    GraphQlTester stranger = api.as(people.stranger().token());
    for (UUID id : List.of(plant.areaId(), UUID.randomUUID())) {
      Mutations.ask(
              stranger,
              "deactivateArea",
              "area { id }",
              Map.of("id", globalId("area", id), "expectedVersion", 1))
          .execute()
          .path("deactivateArea.errors[0]")
          .matchesJson(
              """
              {"code": "UNKNOWN_REFERENCE", "message": "There is no such area, or you may not see it."}
              """);
    }
    assertThat(
            database
                .sql("select version from plant.areas where id = ?")
                .param(plant.areaId())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }
}
