package io.protoworks.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.protoworks.protocol.ProtocolStatus;
import io.protoworks.testing.Api;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import tools.jackson.databind.JsonNode;

@DemoTest
class DemoPlantTests {
  /** Of the area U-100, into which no other test imports. */
  private static final int EQUIPMENTS = 22;

  @Autowired Api api;

  @Test
  void everyUserOfEveryPartySeesWhatTheyMay() {
    for (DemoPlant.Party party : DemoPlant.PARTIES) {
      for (String role : party.roles()) {
        GraphQlTester.Response answer =
            signedIn(party.email(role)).document("{ projects { nodes { code } } }").execute();
        assertThat(answer.path("projects.nodes[*].code").entityList(String.class).get())
            .as(party.email(role))
            .hasSize(party.takesPart() ? 1 : 0);
      }
    }
  }

  @Test
  void theRegisterIsInPlace() {
    GraphQlTester manager = signedIn("manager@gerenciadora.example");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                manager
                    .document("{ project(code: \"DEMO\") { areas { equipments { totalCount } } } }")
                    .execute()
                    .path("project.areas[0].equipments.totalCount")
                    .entity(Integer.class)
                    .isEqualTo(EQUIPMENTS));
  }

  @Test
  void aSecondStartChangesNothing() throws Exception {
    GraphQlTester administrator = signedIn(DemoPlant.ADMINISTRATOR);
    String counts =
        "{ companies { totalCount } users { totalCount } projects { totalCount }"
            + " protocolTemplates { totalCount } protocols { totalCount } pendencies { totalCount } }";
    Map<String, Object> before =
        administrator.document(counts).execute().returnResponse().getData();
    new DemoPlant(new DemoPeople(api.uri("").toString()), LocalDate.of(2026, 2, 3)).make();
    assertThat(
            administrator
                .document(counts)
                .execute()
                .returnResponse()
                .<Map<String, Object>>getData())
        .isEqualTo(before);
  }

  /** A newcomer finds something of everything. */
  @Test
  void workHasBegun() {
    signedIn("manager@gerenciadora.example")
        .document(
            """
            {
              project(code: "DEMO") {
                areas {
                  systems {
                    subsystems { code gates { type isOpen } protocols { nodes { stage status } } }
                  }
                }
                pendencies { nodes { type status isCleared } }
              }
            }
            """)
        .execute()
        .path("project")
        .entity(JsonNode.class)
        .satisfies(DemoPlantTests::assertThatEverythingIsThere);
  }

  /** And sees nothing else of the plant. */
  @Test
  void theSupplierHasSomethingToDo() {
    signedIn("supplier@fornecedor.example")
        .document(
            """
            {
              protocols {
                totalCount
                nodes {
                  status
                  executorCompany { name }
                  assignments { equipment { tagId } }
                  availableTransitions { transition isAllowed }
                }
              }
              project(code: "DEMO") { areas { code } }
            }
            """)
        .execute()
        .path("protocols")
        .matchesJson(
            """
            {"totalCount": 1,
             "nodes": [{"status": "RELEASED",
                        "executorCompany": {"name": "Rotor Compressores"},
                        "assignments": [{"equipment": {"tagId": "KM-1001A"}}]}]}
            """)
        .path("protocols.nodes[0].availableTransitions[?(@.transition == 'START')].isAllowed")
        .entityList(Boolean.class)
        .containsExactly(true)
        .path("project.areas")
        .entityList(Object.class)
        .hasSize(0);
  }

  private static void assertThatEverythingIsThere(JsonNode project) {
    List<JsonNode> subsystems =
        project
            .at("/areas/0/systems")
            .valueStream()
            .flatMap(system -> system.path("subsystems").valueStream())
            .toList();
    assertThat(open(subsystems, "GC-1001")).isEmpty();
    assertThat(open(subsystems, "GC-1002")).containsExactly("G12");
    assertThat(open(subsystems, "DH-1101")).containsExactly("G12", "G23", "G34", "G4H", "GDEF");
    assertThat(
            subsystems.stream()
                .flatMap(subsystem -> subsystem.at("/protocols/nodes").valueStream())
                .map(protocol -> protocol.path("status").asString()))
        .contains(Stream.of(ProtocolStatus.values()).map(Enum::name).toArray(String[]::new));
    assertThat(
            project.at("/pendencies/nodes").valueStream().map(node -> node.path("type").asString()))
        .contains("PA", "PB", "PC");
  }

  private static List<String> open(List<JsonNode> subsystems, String code) {
    return subsystems.stream()
        .filter(subsystem -> subsystem.path("code").asString().equals(code))
        .flatMap(subsystem -> subsystem.path("gates").valueStream())
        .filter(gate -> gate.path("isOpen").asBoolean())
        .map(gate -> gate.path("type").asString())
        .toList();
  }

  private GraphQlTester signedIn(String email) {
    return api.as(api.signIn(email, DemoPlant.PASSWORD));
  }
}
