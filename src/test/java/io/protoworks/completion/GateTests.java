package io.protoworks.completion;

import static io.protoworks.plant.Plants.globalId;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Plants;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Statements;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gates as the graph shows and explains them. */
@ServerTest
class GateTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Plants plants;
  @Autowired Commissioning commissioning;
  @Autowired Statements statements;
  @Autowired JdbcClient database;

  private People.SignedIn technician;
  private Plants.Plant plant;

  @BeforeEach
  void makePlant() {
    technician = people.user(draft -> draft.withRole(UserRole.TECHNICIAN));
    plant = plants.plantOf(technician.companyId());
  }

  private static final String GATES =
      """
      query($id: ID!) {
        node(id: $id) {
          ... on Subsystem {
            gates {
              type stage opens isOpen subsystem { code }
              blockers {
                __typename stage
                ... on UncoveredEquipments { count equipments { totalCount nodes { tagId } } }
                ... on UnfinishedProtocols {
                  count created awaitingGate released inProgress submitted approved validated rejected
                }
                ... on OpenPendencies { countPa countPb countPc }
              }
            }
          }
        }
      }
      """;

  private GraphQlTester.Response look(People.SignedIn viewer, UUID subsystem) {
    return api.as(viewer.token())
        .document(GATES)
        .variable("id", globalId("subsystem", subsystem))
        .execute();
  }

  @Test
  void aNewSubsystemHasAllGatesAndNothingToCheck() {
    UUID empty = plants.subsystem(plant.systemId(), "SS2");
    look(technician, empty)
        .path("node.gates")
        .matchesJsonStrictly(
            """
            [{"type": "G12", "stage": "C1", "opens": "C2", "isOpen": false, "subsystem": {"code": "SS2"},
              "blockers": [{"__typename": "NothingToCheck", "stage": "C1"}]},
             {"type": "G23", "stage": "C2", "opens": "C3", "isOpen": false, "subsystem": {"code": "SS2"},
              "blockers": [{"__typename": "NothingToCheck", "stage": "C2"}]},
             {"type": "G34", "stage": "C3", "opens": "C4", "isOpen": false, "subsystem": {"code": "SS2"},
              "blockers": [{"__typename": "NothingToCheck", "stage": "C3"}]},
             {"type": "G4H", "stage": "C4", "opens": null, "isOpen": false, "subsystem": {"code": "SS2"},
              "blockers": [{"__typename": "NothingToCheck", "stage": "C4"}]},
             {"type": "GDEF", "stage": "C4", "opens": null, "isOpen": false, "subsystem": {"code": "SS2"},
              "blockers": [{"__typename": "NothingToCheck", "stage": "C4"}]}]
            """);
  }

  @Test
  void saysWhatKeepsItClosed() {
    plants.equipment(plant.subsystemId(), "P-102");
    commissioning.waive(plant.equipmentId(), ProtocolType.C1);
    commissioning.count(plant.subsystemId(), ProtocolType.C1, "in_progress", 2);
    commissioning.count(plant.subsystemId(), ProtocolType.C1, "rejected", 1);
    commissioning.count(plant.subsystemId(), ProtocolType.C1, "open_pa", 3);
    commissioning.count(plant.subsystemId(), ProtocolType.C2, "open_pa", 4);
    commissioning.count(plant.subsystemId(), ProtocolType.C1, "open_pb", 5);
    commissioning.count(plant.subsystemId(), ProtocolType.C3, "open_pc", 6);
    GraphQlTester.Response seen = look(technician, plant.subsystemId());
    seen.path("node.gates[0].blockers")
        .matchesJsonStrictly(
            """
            [{"__typename": "UncoveredEquipments", "stage": "C1", "count": 1,
              "equipments": {"totalCount": 1, "nodes": [{"tagId": "P-102"}]}},
             {"__typename": "UnfinishedProtocols", "stage": "C1", "count": 3, "created": 0, "awaitingGate": 0,
              "released": 0, "inProgress": 2, "submitted": 0, "approved": 0, "validated": 0, "rejected": 1},
             {"__typename": "OpenPendencies", "stage": "C1", "countPa": 3, "countPb": 0, "countPc": 0}]
            """);
    assertOpenPendencies(seen, 1, 7, 0, 0);
    assertOpenPendencies(seen, 3, 7, 0, 0);
    assertOpenPendencies(seen, 4, 7, 5, 6);
  }

  private static void assertOpenPendencies(
      GraphQlTester.Response seen, int gate, int pa, int pb, int pc) {
    seen.path("node.gates[%d].blockers[1]".formatted(gate))
        .matchesJson(
            """
            {"__typename": "OpenPendencies", "countPa": %d, "countPb": %d, "countPc": %d}
            """
                .formatted(pa, pb, pc));
  }

  @Test
  void pagesTheEquipmentsThatKeepItClosed() {
    UUID covered = plants.equipment(plant.subsystemId(), "P-102");
    commissioning.waive(covered, ProtocolType.C1);
    plants.equipment(plant.subsystemId(), "P-103");
    plants.deactivate("equipments", plants.equipment(plant.subsystemId(), "P-104"));
    String document =
        """
        query($id: ID!, $first: Int, $after: String, $last: Int) {
          node(id: $id) {
            ... on Gate {
              uncoveredEquipments(first: $first, after: $after, last: $last) {
                totalCount nodes { tagId } pageInfo { hasNextPage endCursor }
              }
            }
          }
        }
        """;
    GraphQlTester.Request<?> request =
        api.as(technician.token())
            .document(document)
            .variable(
                "id", globalId("gate", commissioning.gate(plant.subsystemId(), GateType.G12)));
    GraphQlTester.Response first = request.variable("first", 1).execute();
    first
        .path("node.uncoveredEquipments")
        .matchesJson(
            """
            {"totalCount": 2, "nodes": [{"tagId": "P-101"}], "pageInfo": {"hasNextPage": true}}
            """);
    String cursor =
        first.path("node.uncoveredEquipments.pageInfo.endCursor").entity(String.class).get();
    request
        .variable("after", cursor)
        .execute()
        .path("node.uncoveredEquipments")
        .matchesJson(
            """
            {"totalCount": 2, "nodes": [{"tagId": "P-103"}], "pageInfo": {"hasNextPage": false}}
            """);
  }

  @Test
  void isForThoseWhoSeeWhatIsInTheProject() {
    UUID gate = commissioning.gate(plant.subsystemId(), GateType.G12);
    People.SignedIn supplier =
        people.user(draft -> draft.withRole(UserRole.SUPPLIER).withCompany(technician.companyId()));
    for (People.SignedIn outsider : List.of(people.stranger(), supplier)) {
      look(outsider, plant.subsystemId()).path("node").valueIsNull();
      api.as(outsider.token())
          .document("query($id: ID!) { node(id: $id) { id } }")
          .variable("id", globalId("gate", gate))
          .execute()
          .path("node")
          .valueIsNull();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100})
  void asksTheDatabaseOncePerLevel(int subsystems) {
    UUID system = plants.system(plant.areaId(), "S2");
    database
        .sql(
            "insert into plant.subsystems (system_id, project_id, code, name, created_by, updated_by)"
                + " select id, project_id, 'SS' || number, 'Subsystem', created_by, created_by"
                + " from plant.systems, generate_series(1, ?) number where id = ?")
        .params(subsystems, system)
        .update();
    List<String> executed =
        statements.during(
            () ->
                api.as(technician.token())
                    .document(
                        """
                        query($id: ID!) {
                          node(id: $id) {
                            ... on System {
                              subsystems {
                                gates {
                                  isOpen
                                  blockers { message }
                                  uncoveredEquipments(first: 2) { totalCount nodes { tagId } }
                                }
                              }
                            }
                          }
                        }
                        """)
                    .variable("id", globalId("system", system))
                    .execute()
                    .path("node.subsystems[*].gates[*].isOpen")
                    .entityList(Boolean.class)
                    .satisfies(
                        open -> assertThat(open).hasSize(5 * subsystems).containsOnly(false)));
    assertThat(executed)
        .filteredOn(statement -> !statement.startsWith("ViewerMapper"))
        .containsExactlyInAnyOrder(
            "SystemMapper.listVisibleByIds",
            "SubsystemMapper.listBySystemIds",
            "GateMapper.listVisibleBySubsystemIds",
            "GateMapper.listStatesByIds",
            "GateMapper.listUncoveredByIds",
            "GateMapper.countUncoveredByIds");
  }
}
