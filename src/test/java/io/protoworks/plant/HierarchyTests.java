package io.protoworks.plant;

import static io.protoworks.plant.Plants.globalId;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Statements;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reading the hierarchy down and up, however wide it is. */
@ServerTest
class HierarchyTests {
  private static final Logger LOG = LoggerFactory.getLogger(HierarchyTests.class);

  @Autowired Api api;
  @Autowired People people;
  @Autowired Plants plants;
  @Autowired Statements statements;
  @Autowired JdbcClient database;

  private GraphQlTester technician;
  private UUID company;

  @BeforeEach
  void signIn() {
    People.SignedIn user = people.user(draft -> draft.withRole(UserRole.TECHNICIAN));
    technician = api.as(user.token());
    company = user.companyId();
  }

  private String codeOf(UUID project) {
    return database
        .sql("select code from plant.projects where id = ?")
        .param(project)
        .query(String.class)
        .single();
  }

  @Test
  void readsDownAndUpAgain() {
    Plants.Plant plant = plants.plantOf(company);
    technician
        .document(
            """
            query($code: String!) {
              project(code: $code) {
                areas { code systems { code subsystems { code
                  equipments { totalCount nodes { tagId
                    subsystem { code system { code area { code project { code } } project { code } } }
                    project { code }
                    discipline { code }
                    createdBy { name } updatedBy { name }
                  } }
                } } }
              }
            }
            """)
        .variable("code", codeOf(plant.projectId()))
        .execute()
        .path("project")
        .matchesJsonStrictly(
            """
            {"areas": [{"code": "A1", "systems": [{"code": "S1", "subsystems": [{"code": "SS1",
              "equipments": {"totalCount": 1, "nodes": [{"tagId": "P-101",
                "subsystem": {"code": "SS1", "system": {"code": "S1",
                  "area": {"code": "A1", "project": {"code": "%1$s"}}, "project": {"code": "%1$s"}}},
                "project": {"code": "%1$s"},
                "discipline": null,
                "createdBy": {"name": "ProtoWorks"}, "updatedBy": {"name": "ProtoWorks"}
              }]}
            }]}]}]}
            """
                .formatted(codeOf(plant.projectId())));
  }

  @Test
  void showsEachLevelInTheOrderOfItsCodesAndLeavesOutWhatIsOutOfUse() {
    UUID project = plants.projectOf(company);
    plants.area(project, "A2");
    UUID closed = plants.area(project, "A3");
    plants.area(project, "A1");
    plants.deactivate("areas", closed);
    GraphQlTester.Response response =
        technician
            .document(
                """
                query($code: String!) {
                  project(code: $code) {
                    areas { code }
                    all: areas(includeInactive: true) { code isActive }
                  }
                }
                """)
            .variable("code", codeOf(project))
            .execute();
    assertThat(response.path("project.areas[*].code").entityList(String.class).get())
        .containsExactly("A1", "A2");
    assertThat(response.path("project.all[*].code").entityList(String.class).get())
        .containsExactly("A1", "A2", "A3");
  }

  @Test
  void countsWhatIsInUseAtEveryLevel() {
    Plants.Plant plant = plants.plantOf(company);
    UUID other = plants.subsystem(plant.systemId(), "SS2");
    plants.equipment(other, "P-102");
    UUID retired = plants.equipment(other, "P-103");
    plants.deactivate("equipments", retired);
    technician
        .document(
            """
            query($code: String!) {
              project(code: $code) {
                counts { areas systems subsystems equipments }
                areas { counts { systems subsystems equipments }
                  systems { counts { subsystems equipments }
                    subsystems { code counts { equipments } } } }
              }
            }
            """)
        .variable("code", codeOf(plant.projectId()))
        .execute()
        .path("project")
        .matchesJsonStrictly(
            """
            {"counts": {"areas": 1, "systems": 1, "subsystems": 2, "equipments": 2},
             "areas": [{"counts": {"systems": 1, "subsystems": 2, "equipments": 2},
               "systems": [{"counts": {"subsystems": 2, "equipments": 2},
                 "subsystems": [{"code": "SS1", "counts": {"equipments": 1}},
                                {"code": "SS2", "counts": {"equipments": 1}}]}]}]}
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 1000})
  void asksTheDatabaseOncePerLevel(int subsystems) {
    UUID project = plants.projectOf(company);
    UUID system = plants.system(plants.area(project, "A1"), "S1");
    fill(system, subsystems);
    String code = codeOf(project);
    long start = System.nanoTime();
    List<String> executed =
        statements.during(
            () ->
                technician
                    .document(
                        """
                        query($code: String!) {
                          project(code: $code) {
                            areas { systems { subsystems {
                              counts { equipments }
                              equipments(first: 2) {
                                totalCount
                                pageInfo { hasNextPage }
                                nodes { tagId updatedBy { name } subsystem { code } }
                              }
                            } } }
                          }
                        }
                        """)
                    .variable("code", code)
                    .execute()
                    .path("project.areas[0].systems[0].subsystems[*].equipments.totalCount")
                    .entityList(Integer.class)
                    .satisfies(counts -> assertThat(counts).hasSize(subsystems).containsOnly(3))
                    .path(
                        "project.areas[0].systems[0].subsystems[*].equipments.pageInfo.hasNextPage")
                    .entityList(Boolean.class)
                    .satisfies(more -> assertThat(more).containsOnly(true)));
    LOG.info(
        "The hierarchy with {} subsystems: {} statements, {} ms.",
        subsystems,
        executed.size(),
        Duration.ofNanos(System.nanoTime() - start).toMillis());
    assertThat(executed)
        .filteredOn(statement -> !statement.startsWith("ViewerMapper"))
        .containsExactlyInAnyOrder(
            "ProjectMapper.findByCode",
            "AreaMapper.listByProjectIds",
            "SystemMapper.listByAreaIds",
            "SubsystemMapper.listBySystemIds",
            "SubsystemMapper.listCountsByIds",
            "EquipmentMapper.listBySubsystemIds",
            "EquipmentMapper.countBySubsystemIds",
            "UserMapper.listByIds",
            "SubsystemMapper.listByIds");
  }

  /** Subsystems with three equipments each. */
  private void fill(UUID system, int subsystems) {
    database
        .sql(
            """
            with subsystem as (
              insert into plant.subsystems (system_id, project_id, code, name, created_by, updated_by)
              select system.id, system.project_id, 'SS' || number, 'Subsystem', system.created_by,
                     system.created_by
                from plant.systems system, generate_series(1, :subsystems) number
               where system.id = :system
              returning *
            )
            insert into plant.equipments
                   (tag_id, application, subsystem_id, project_id, created_by, updated_by)
            select subsystem.code || '-' || number, 'Application', subsystem.id, subsystem.project_id,
                   subsystem.created_by, subsystem.created_by
              from subsystem, generate_series(1, 3) number
            """)
        .param("subsystems", subsystems)
        .param("system", system)
        .update();
  }

  @Test
  void pagesTheEquipmentsOfEveryLevelInBothDirections() {
    Plants.Plant plant = plants.plantOf(company);
    UUID other = plants.subsystem(plant.systemId(), "SS2");
    for (String tag : List.of("P-100", "P-102", "P-104")) {
      plants.equipment(other, tag);
    }
    plants.equipment(plant.subsystemId(), "P-103");
    for (Level level :
        List.of(
            new Level("project", plant.projectId(), "Project"),
            new Level("area", plant.areaId(), "Area"),
            new Level("system", plant.systemId(), "System"))) {
      GraphQlTester.Response first = page(level, "first: 3");
      assertThat(tags(first)).containsExactly("P-100", "P-101", "P-102");
      String end = first.path("node.equipments.pageInfo.endCursor").entity(String.class).get();
      GraphQlTester.Response second = page(level, "first: 3, after: \"%s\"".formatted(end));
      assertThat(tags(second)).containsExactly("P-103", "P-104");
      second.path("node.equipments.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(false);
      second.path("node.equipments.totalCount").entity(Integer.class).isEqualTo(5);
      String start = second.path("node.equipments.pageInfo.startCursor").entity(String.class).get();
      assertThat(tags(page(level, "last: 2, before: \"%s\"".formatted(start))))
          .containsExactly("P-101", "P-102");
      assertThat(tags(page(level, "first: 2, orderBy: TAG_DESC")))
          .containsExactly("P-104", "P-103");
    }
  }

  private record Level(String prefix, UUID id, String type) {}

  private GraphQlTester.Response page(Level level, String arguments) {
    return technician
        .document(
            """
            query($id: ID!) {
              node(id: $id) {
                ... on %s {
                  equipments(%s) {
                    totalCount nodes { tagId } pageInfo { startCursor endCursor hasNextPage }
                  }
                }
              }
            }
            """
                .formatted(level.type(), arguments))
        .variable("id", globalId(level.prefix(), level.id()))
        .execute();
  }

  private static List<String> tags(GraphQlTester.Response response) {
    return response.path("node.equipments.nodes[*].tagId").entityList(String.class).get();
  }
}
