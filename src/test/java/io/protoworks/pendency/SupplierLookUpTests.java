package io.protoworks.pendency;

import static io.protoworks.plant.Plants.globalId;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import io.protoworks.pendency.Pendencies.Scene;
import io.protoworks.plant.Plants;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Statements;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A SUPPLIER looks up the places that they reach through a protocol, and lists none of them. */
@ServerTest
class SupplierLookUpTests {
  @Autowired Pendencies pendencies;
  @Autowired Plants plants;
  @Autowired Statements statements;
  @Autowired JdbcClient database;

  private Scene scene;
  private List<String> reached;
  private List<String> beside;

  @BeforeEach
  void makeBoth() {
    scene = pendencies.scene();
    UUID walkedDown = scene.cast().equipment("V-201");
    pendencies.does(scene.raiser(), "raisePendency", scene.atEquipment(walkedDown, "PB"));
    UUID project = scene.cast().site().projectId();
    UUID system = scene.cast().site().systemId();
    reached =
        List.of(
            globalId("equipment", scene.equipmentId()),
            globalId("equipment", walkedDown),
            globalId("subsystem", scene.subsystemId()),
            globalId("system", system),
            globalId("area", areaOf(system)));
    UUID otherArea = plants.area(project, "A2");
    UUID otherSystem = plants.system(otherArea, "S2");
    beside =
        List.of(
            globalId("equipment", scene.cast().equipment("X-301")),
            globalId("subsystem", plants.subsystem(system, "SS2")),
            globalId("system", otherSystem),
            globalId("area", otherArea));
  }

  private UUID areaOf(UUID system) {
    return database
        .sql("select area_id from plant.systems where id = ?")
        .param(system)
        .query(UUID.class)
        .single();
  }

  private static GraphQlTester.Response look(GraphQlTester caller, List<String> ids) {
    return caller
        .document("query($ids: [ID!]!) { nodes(ids: $ids) { id } }")
        .variable("ids", ids)
        .execute();
  }

  private GraphQlTester supplierOf(CompanyType part) {
    return scene.as(part, UserRole.SUPPLIER);
  }

  @Test
  void whatTheirProtocolsLeadToAndNothingBesideIt() {
    look(supplierOf(CompanyType.MONTADORA), reached)
        .path("nodes[*].id")
        .entityList(String.class)
        .isEqualTo(reached);
    look(supplierOf(CompanyType.MONTADORA), beside)
        .path("nodes")
        .entityList(Object.class)
        .satisfies(nodes -> assertThat(nodes).containsOnlyNulls());
  }

  @Test
  void nothingOfProtocolsThatNameOthers() {
    look(supplierOf(CompanyType.FORNECEDOR), reached)
        .path("nodes")
        .entityList(Object.class)
        .satisfies(nodes -> assertThat(nodes).containsOnlyNulls());
  }

  /** Who raised a pendency is told with it; the directory finds their own company's people only. */
  @Test
  void peopleAndCompaniesAreSeenButNotFound() {
    GraphQlTester supplier = supplierOf(CompanyType.MONTADORA);
    GraphQlTester.Response seen =
        supplier
            .document("{ pendencies { nodes { raisingCompany { id } createdBy { id } } } }")
            .execute();
    List<String> ids =
        List.of(
            seen.path("pendencies.nodes[0].raisingCompany.id").entity(String.class).get(),
            seen.path("pendencies.nodes[0].createdBy.id").entity(String.class).get());
    look(supplier, ids)
        .path("nodes")
        .entityList(Object.class)
        .satisfies(nodes -> assertThat(nodes).containsOnlyNulls());
  }

  @Test
  void listsStayEmpty() {
    supplierOf(CompanyType.MONTADORA)
        .document(
            """
            query($project: ID!, $subsystem: ID!) {
              node(id: $project) { ... on Project {
                areas { id } systems { id } subsystems { id } equipments { totalCount }
              } }
              subsystem: node(id: $subsystem) { ... on Subsystem { equipments { totalCount } } }
              equipments { totalCount }
            }
            """)
        .variable("project", globalId("project", scene.cast().site().projectId()))
        .variable("subsystem", globalId("subsystem", scene.subsystemId()))
        .execute()
        .path("node.areas")
        .entityList(Object.class)
        .hasSize(0)
        .path("node.systems")
        .entityList(Object.class)
        .hasSize(0)
        .path("node.subsystems")
        .entityList(Object.class)
        .hasSize(0)
        .path("node.equipments.totalCount")
        .entity(Integer.class)
        .isEqualTo(0)
        .path("subsystem.equipments.totalCount")
        .entity(Integer.class)
        .isEqualTo(0)
        .path("equipments.totalCount")
        .entity(Integer.class)
        .isEqualTo(0);
  }

  /** Whoever has the project open pays nothing for what suppliers may. */
  @Test
  void whatThePlantShowsCostsNoMore() {
    List<String> asked = statements.during(() -> look(scene.verifier(), reached));
    assertThat(asked).noneMatch(statement -> statement.contains("Supplied"));
  }
}
