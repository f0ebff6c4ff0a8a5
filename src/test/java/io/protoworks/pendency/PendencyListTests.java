package io.protoworks.pendency;

import static io.protoworks.identity.CompanyType.MONTADORA;
import static io.protoworks.plant.Plants.globalId;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.pendency.Pendencies.Raised;
import io.protoworks.pendency.Pendencies.Scene;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** The lists of pendencies: filtered, ordered, paged, under everything that has some, and seen. */
@ServerTest
class PendencyListTests {
  private static final String LIST =
      """
      query($project: ID!, $filter: PendencyFilter, $order: PendencyOrder, $first: Int, $after: String, $last: Int) {
        pendencies(
          projectId: $project, filter: $filter, orderBy: $order, first: $first, after: $after, last: $last
        ) {
          totalCount nodes { number } pageInfo { hasNextPage endCursor }
        }
      }
      """;

  @Autowired Api api;
  @Autowired People people;
  @Autowired Pendencies pendencies;
  @Autowired Statements statements;

  private Scene scene;

  /** 1: PA, cleared. 2: PB, overdue. 3: PC of a walk-down, resolved, without a due day. */
  @BeforeEach
  void makeScene() {
    scene = pendencies.scene();
    Map<String, Object> later = scene.atItem("PA");
    later.put("dueOn", "2999-01-01");
    pendencies.clear(scene, pendencies.does(scene.raiser(), "raisePendency", later));
    Map<String, Object> other = scene.atItem("PB");
    other.put("description", "100% of the bolts are loose");
    other.put("clearingCompanyId", scene.company(CompanyType.FORNECEDOR));
    pendencies.does(scene.verifier(), "raisePendency", other);
    Map<String, Object> undue = scene.atEquipment(scene.cast().equipment("P-102"), "PC");
    undue.remove("dueOn");
    Raised cleared =
        pendencies.clear(scene, pendencies.does(scene.raiser(), "raisePendency", undue));
    pendencies.does(scene.raiser(), "verifyPendency", Pendencies.on(cleared, Map.of()));
  }

  private GraphQlTester.Request<?> list(@Nullable Map<String, Object> filter) {
    return scene
        .raiser()
        .document(LIST)
        .variable("project", globalId("project", scene.cast().site().projectId()))
        .variable("filter", filter);
  }

  private static List<Integer> numbers(GraphQlTester.Response response) {
    return response.path("pendencies.nodes[*].number").entityList(Integer.class).get();
  }

  private void assertFinds(Map<String, Object> filter, Integer... numbers) {
    GraphQlTester.Response found = list(filter).execute();
    assertThat(numbers(found)).as(filter.toString()).containsExactly(numbers);
    found.path("pendencies.totalCount").entity(Integer.class).isEqualTo(numbers.length);
  }

  @Test
  void areNarrowed() {
    assertFinds(Map.of(), 1, 2, 3);
    assertFinds(Map.of("type", "PB"), 2);
    assertFinds(Map.of("status", "OPEN"), 1, 2);
    assertFinds(Map.of("cleared", true), 1, 3);
    assertFinds(Map.of("cleared", false), 2);
    assertFinds(Map.of("stage", "C1"), 1, 2, 3);
    assertFinds(Map.of("stage", "C2"));
    assertFinds(Map.of("raisedByCompanyId", scene.company(CompanyType.GERENCIADORA)), 2);
    assertFinds(Map.of("clearingCompanyId", scene.company(MONTADORA)), 1, 3);
    assertFinds(Map.of("assignedToMe", true));
    assertFinds(Map.of("overdue", true), 2);
    assertFinds(Map.of("overdue", false), 1, 2, 3);
    assertFinds(Map.of("dueUntil", "2026-12-31"), 2);
    assertFinds(Map.of("dueUntil", "2999-12-31"), 1, 2);
    assertFinds(Map.of("equipmentId", globalId("equipment", scene.equipmentId())), 1, 2);
    assertFinds(Map.of("subsystemId", globalId("subsystem", scene.subsystemId())), 1, 2, 3);
    assertFinds(Map.of("search", "BOLTS"), 2);
    assertFinds(Map.of("search", "100%"), 2);
    assertFinds(Map.of("search", "1_0"));
  }

  @ParameterizedTest
  @CsvSource({
    "NUMBER_ASC, 1 2 3",
    "NUMBER_DESC, 3 2 1",
    "DUE_ON_ASC, 2 1 3",
    "DUE_ON_DESC, 3 1 2",
    "RAISED_ASC, 1 2 3",
    "RAISED_DESC, 3 2 1"
  })
  void arePagedInEachOrder(String order, String expected) {
    List<String> found = new ArrayList<>();
    String after = null;
    boolean more = true;
    while (more) {
      GraphQlTester.Response page =
          list(null)
              .variable("order", order)
              .variable("first", 1)
              .variable("after", after)
              .execute();
      numbers(page).forEach(number -> found.add(Integer.toString(number)));
      after = page.path("pendencies.pageInfo.endCursor").entity(String.class).get();
      more = page.path("pendencies.pageInfo.hasNextPage").entity(Boolean.class).get();
    }
    assertThat(String.join(" ", found)).isEqualTo(expected);
    GraphQlTester.Response backward =
        list(null).variable("order", order).variable("last", 2).execute();
    assertThat(numbers(backward).stream().map(Object::toString).toList())
        .containsExactly(List.of(expected.split(" ", -1)).subList(1, 3).toArray(String[]::new));
  }

  @Test
  void areFoundByTheirNumber() {
    String code =
        scene
            .raiser()
            .document("query($id: ID!) { node(id: $id) { ... on Project { code } } }")
            .variable("id", globalId("project", scene.cast().site().projectId()))
            .execute()
            .path("node.code")
            .entity(String.class)
            .get();
    String query =
        "query($code: String!) { pendency(projectCode: $code, number: 2) { type number } }";
    scene
        .raiser()
        .document(query)
        .variable("code", code)
        .execute()
        .path("pendency.type")
        .entity(String.class)
        .isEqualTo("PB");
    api.as(people.stranger().token())
        .document(query)
        .variable("code", code)
        .execute()
        .path("pendency")
        .valueIsNull();
  }

  private static final String TREE =
      """
      query($id: ID!) {
        node(id: $id) {
          ... on Project {
            pendencies { totalCount nodes { number } }
            areas {
              pendencies { totalCount nodes { number } }
              systems {
                pendencies { totalCount nodes { number } }
                subsystems {
                  pendencies(orderBy: NUMBER_DESC) { totalCount nodes { number } }
                  equipments { nodes { tagId pendencies { totalCount nodes { number } } } }
                  protocols {
                    nodes {
                      pendencies(filter: {status: OPEN}) { totalCount nodes { number } }
                      items { pendencies { totalCount nodes { number history { action user { name } } } } }
                    }
                  }
                }
              }
            }
          }
        }
      }
      """;

  private GraphQlTester.Response tree(GraphQlTester caller) {
    return caller
        .document(TREE)
        .variable("id", globalId("project", scene.cast().site().projectId()))
        .execute();
  }

  @Test
  void standUnderEverythingThatHasSome() {
    tree(scene.raiser())
        .path("node")
        .matchesJson(
            """
            {"pendencies": {"totalCount": 3},
             "areas": [{
               "pendencies": {"totalCount": 3, "nodes": [{"number": 1}, {"number": 2}, {"number": 3}]},
               "systems": [{
                 "pendencies": {"totalCount": 3},
                 "subsystems": [{
                   "pendencies": {"totalCount": 3, "nodes": [{"number": 3}, {"number": 2}, {"number": 1}]},
                   "equipments": {"nodes": [
                     {"tagId": "P-101", "pendencies": {"totalCount": 2, "nodes": [{"number": 1}, {"number": 2}]}},
                     {"tagId": "P-102", "pendencies": {"totalCount": 1, "nodes": [{"number": 3}]}}]},
                   "protocols": {"nodes": [{
                     "pendencies": {"totalCount": 2, "nodes": [{"number": 1}, {"number": 2}]},
                     "items": [{"pendencies": {"totalCount": 2, "nodes": [{"number": 1}, {"number": 2}]}}]}]}
                 }]
               }]
             }]}
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void costOneStatementPerLevel(int protocols) {
    for (int number = 1; number < protocols; number++) {
      pendencies.raise(pendencies.scene(scene.cast(), "X-" + number), "PA");
    }
    GraphQlTester raiser = scene.raiser();
    List<String> executed = statements.during(() -> tree(raiser));
    assertThat(executed)
        .filteredOn(statement -> statement.startsWith("Pendency"))
        .containsExactlyInAnyOrder(
            "PendencyListMapper.listByProjectIds",
            "PendencyListMapper.countByProjectIds",
            "PendencyListMapper.listByAreaIds",
            "PendencyListMapper.countByAreaIds",
            "PendencyListMapper.listBySystemIds",
            "PendencyListMapper.countBySystemIds",
            "PendencyListMapper.listBySubsystemIds",
            "PendencyListMapper.countBySubsystemIds",
            "PendencyListMapper.listByEquipmentIds",
            "PendencyListMapper.countByEquipmentIds",
            "PendencyListMapper.listByProtocolIds",
            "PendencyListMapper.countByProtocolIds",
            "PendencyListMapper.listByProtocolItemIds",
            "PendencyListMapper.countByProtocolItemIds",
            "PendencyHistoryMapper.listByPendencyIds");
  }

  /** A SUPPLIER sees what hangs on the protocols that name their company, and nothing else. */
  @Test
  void areSeenByWhoeverSeesTheProtocol() {
    GraphQlTester named = supplierOf(MONTADORA);
    assertThat(seen(named)).containsExactly(1, 2, 3);
    GraphQlTester unnamed = supplierOf(CompanyType.FORNECEDOR);
    assertThat(seen(unnamed)).isEmpty();
    assertThat(seen(api.as(people.stranger().token()))).isEmpty();
  }

  private GraphQlTester supplierOf(CompanyType part) {
    return scene.as(part, UserRole.SUPPLIER);
  }

  private List<Integer> seen(GraphQlTester caller) {
    GraphQlTester.Response response =
        caller
            .document(
                """
                query($project: ID!, $item: ID!) {
                  pendencies(projectId: $project) { totalCount nodes { number } }
                  node(id: $item) { ... on ProtocolItem { pendencies { totalCount } } }
                }
                """)
            .variable("project", globalId("project", scene.cast().site().projectId()))
            .variable("item", scene.itemId())
            .execute();
    List<Integer> numbers =
        response.path("pendencies.nodes[*].number").entityList(Integer.class).get();
    response.path("pendencies.totalCount").entity(Integer.class).isEqualTo(numbers.size());
    if (numbers.isEmpty()) {
      response.path("node").valueIsNull();
    } else {
      response.path("node.pendencies.totalCount").entity(Integer.class).isEqualTo(2);
    }
    return numbers;
  }

  @Test
  void areRaisedBySuppliersAtWhatTheySee() {
    GraphQlTester supplier = supplierOf(MONTADORA);
    UUID unnamed = scene.cast().equipment("P-103");
    pendencies
        .asking(supplier, "raisePendency", scene.atEquipment(unnamed, "PC"))
        .execute()
        .path("raisePendency.errors[*].code")
        .entityList(String.class)
        .containsExactly("UNKNOWN_REFERENCE");
    pendencies.does(supplier, "raisePendency", scene.atEquipment(scene.equipmentId(), "PC"));
  }
}
