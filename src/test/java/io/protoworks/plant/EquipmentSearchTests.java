package io.protoworks.plant;

import static io.protoworks.plant.Plants.globalId;
import static io.protoworks.testing.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
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

/** Finding equipments by tag, text and place. */
@ServerTest
class EquipmentSearchTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Plants plants;
  @Autowired JdbcClient database;

  private GraphQlTester caller;
  private Plants.Plant plant;
  private UUID subsystem;

  @BeforeEach
  void makePlant() {
    People.SignedIn user = people.user(draft -> draft);
    caller = api.as(user.token());
    plant = plants.plantOf(user.companyId());
    subsystem = plants.subsystem(plants.system(plants.area(plant.projectId(), "A2"), "S2"), "SS2");
    plants.equipment(subsystem, "23-TE-96116-04", "Gear thrust bearing, 100% load");
    plants.equipment(subsystem, "23_TE", "Seal gas heater");
  }

  private List<String> find(String filter) {
    return caller
        .document(
            "query($project: ID!) { equipments(projectId: $project, filter: {%s}) { totalCount nodes { tagId } } }"
                .formatted(filter))
        .variable("project", globalId("project", plant.projectId()))
        .execute()
        .path("equipments.nodes[*].tagId")
        .entityList(String.class)
        .get();
  }

  @Test
  void findsAnyPartOfTagOrApplicationAsItStands() {
    assertThat(find("search: \"te-96\"")).containsExactly("23-TE-96116-04");
    assertThat(find("search: \"SEAL\"")).containsExactly("23_TE");
    assertThat(find("search: \"0%\"")).containsExactly("23-TE-96116-04");
    assertThat(find("search: \"23_T\"")).containsExactly("23_TE");
    assertThat(find("search: \"\\\\\"")).isEmpty();
    assertThat(find("search: \"23\"")).containsExactly("23-TE-96116-04", "23_TE");
  }

  @Test
  void narrowsByPlaceAndDiscipline() {
    UUID discipline =
        database
            .sql(
                "insert into identity.disciplines (name, code, legend)"
                    + " values ('Test', left(:code, 10), 'T') returning id")
            .param("code", UUID.randomUUID().toString())
            .query(UUID.class)
            .single();
    database
        .sql("update plant.equipments set discipline_id = ? where id = ?")
        .params(discipline, plant.equipmentId())
        .update();
    for (String filter :
        List.of(
            "areaId: \"%s\"".formatted(globalId("area", plant.areaId())),
            "systemId: \"%s\"".formatted(globalId("system", plant.systemId())),
            "subsystemId: \"%s\"".formatted(globalId("subsystem", plant.subsystemId())),
            "disciplineId: \"%s\"".formatted(globalId("discipline", discipline)))) {
      assertThat(find(filter)).as(filter).containsExactly("P-101");
    }
  }

  @Test
  void leavesOutWhatIsOutOfUseUnlessAsked() {
    plants.deactivate("equipments", plant.equipmentId());
    assertThat(find("search: \"P-1\"")).isEmpty();
    assertThat(find("search: \"P-1\", includeInactive: true")).containsExactly("P-101");
  }

  @Test
  void answersOneByItsTagWithItsWholePathUp() {
    String code =
        database
            .sql("select code from plant.projects where id = ?")
            .param(plant.projectId())
            .query(String.class)
            .single();
    GraphQlTester.Request<?> request =
        caller.document(
            """
            query($code: String!, $tag: String!) {
              equipment(projectCode: $code, tagId: $tag) {
                subsystem { code system { code area { code project { code } } } }
              }
            }
            """);
    request
        .variable("code", code)
        .variable("tag", "23-TE-96116-04")
        .execute()
        .path("equipment")
        .matchesJsonStrictly(
            """
            {"subsystem": {"code": "SS2", "system": {"code": "S2",
              "area": {"code": "A2", "project": {"code": "%s"}}}}}
            """
                .formatted(code));
    request.variable("tag", "none").execute().path("equipment").valueIsNull();
  }

  @Test
  void mergesThePagesOfAllProjects() {
    Plants.Plant other =
        plants.plantOf(
            database
                .sql("select client_company_id from plant.projects where id = ?")
                .param(plant.projectId())
                .query(UUID.class)
                .single());
    plants.equipment(other.subsystemId(), "A-1");
    String page =
        "query($after: String) { equipments(first: 3, after: $after)"
            + " { totalCount nodes { tagId } pageInfo { endCursor hasNextPage } } }";
    GraphQlTester.Response first = caller.document(page).execute();
    first
        .path("equipments")
        .matchesJson(
            """
            {"totalCount": 5, "pageInfo": {"hasNextPage": true},
             "nodes": [{"tagId": "23-TE-96116-04"}, {"tagId": "23_TE"}, {"tagId": "A-1"}]}
            """);
    caller
        .document(page)
        .variable("after", first.path("equipments.pageInfo.endCursor").entity(String.class).get())
        .execute()
        .path("equipments")
        .matchesJson(
            """
            {"pageInfo": {"hasNextPage": false}, "nodes": [{"tagId": "P-101"}, {"tagId": "P-101"}]}
            """);
  }

  @Test
  void refusesAnIdOfAnotherType() {
    assertFails(
        caller
            .document("query($id: ID!) { equipments(projectId: $id) { nodes { id } } }")
            .variables(Map.of("id", globalId("area", plant.areaId()))),
        "BAD_REQUEST");
  }
}
