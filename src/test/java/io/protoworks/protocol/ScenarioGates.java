package io.protoworks.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.completion.GateType;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Mutations;
import io.protoworks.plant.Plants;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.template.ProtocolType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.graphql.test.tester.GraphQlTester;

/** The gates of a subsystem as its CLIENTE sees them, and the waivers that they sign for them. */
final class ScenarioGates {
  private static final String GATES =
      """
      gates {
        type isOpen
        blockers {
          kind: __typename
          ... on UncoveredEquipments { count equipments { nodes { tagId } } }
          ... on UnfinishedProtocols { count }
          ... on OpenPendencies { countPa countPb countPc }
        }
      }
      """;

  private final Cast cast;

  ScenarioGates(Cast cast) {
    this.cast = cast;
  }

  /** A gate, and what keeps it closed. */
  record Seen(GateType type, boolean isOpen, List<Map<String, Object>> blockers) {}

  /** These are open, all others are closed, and those alone say why. */
  void requireOpen(GateType... open) {
    requireOpen(seen(), open);
  }

  /** What keeps a gate closed. */
  List<Map<String, Object>> blockers(GateType gate) {
    return seen().stream()
        .filter(seen -> seen.type() == gate)
        .flatMap(seen -> seen.blockers().stream())
        .toList();
  }

  static Map<String, Object> uncovered(String... tagIds) {
    return Map.of(
        "kind",
        "UncoveredEquipments",
        "count",
        tagIds.length,
        "equipments",
        Map.of("nodes", List.of(tagIds).stream().map(tag -> Map.of("tagId", tag)).toList()));
  }

  static Map<String, Object> unfinished(int count) {
    return Map.of("kind", "UnfinishedProtocols", "count", count);
  }

  static Map<String, Object> pendencies(int pa, int pb, int pc) {
    return Map.of("kind", "OpenPendencies", "countPa", pa, "countPb", pb, "countPc", pc);
  }

  /** Exempts an equipment; the answer itself, of that transaction, has to tell these gates open. */
  void waive(ProtocolType stage, UUID equipment, GateType... open) {
    GraphQlTester.Response response =
        Mutations.ask(
                client(),
                "waiveEquipments",
                "gateWaivers { isIntact equipment { subsystem { " + GATES + " } } }",
                Map.of(
                    "stage", stage.name(),
                    "equipmentIds", List.of(Plants.globalId("equipment", equipment)),
                    "reason", "Delivered and tested by the supplier"))
            .execute();
    response
        .path("waiveEquipments.errors[*].message")
        .entityList(String.class)
        .isEqualTo(List.of())
        .path("waiveEquipments.gateWaivers[*].isIntact")
        .entityList(Boolean.class)
        .isEqualTo(List.of(true));
    requireOpen(gates(response, "waiveEquipments.gateWaivers[0].equipment.subsystem.gates"), open);
  }

  private static void requireOpen(List<Seen> gates, GateType... open) {
    assertThat(gates).extracting(Seen::type).containsExactly(GateType.values());
    assertThat(gates)
        .filteredOn(Seen::isOpen)
        .as("open gates")
        .extracting(Seen::type)
        .containsExactly(open);
    assertThat(gates).allMatch(gate -> gate.isOpen() == gate.blockers().isEmpty());
  }

  /** How complete the subsystem is. */
  void requireCompletion(String completion) {
    look("progress { completion }")
        .path("node.progress.completion")
        .entity(String.class)
        .isEqualTo(completion);
  }

  private List<Seen> seen() {
    return gates(look(GATES), "node.gates");
  }

  private GraphQlTester.Response look(String selection) {
    return client()
        .document("query($id: ID!) { node(id: $id) { ... on Subsystem { " + selection + " } } }")
        .variable("id", Plants.globalId("subsystem", cast.site().subsystemId()))
        .execute();
  }

  private static List<Seen> gates(GraphQlTester.Response response, String path) {
    return response.path(path).entityList(Seen.class).get();
  }

  private GraphQlTester client() {
    return cast.as(CompanyType.CLIENTE, UserRole.CLIENT);
  }
}
