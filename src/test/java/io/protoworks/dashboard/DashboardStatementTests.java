package io.protoworks.dashboard;

import static io.protoworks.plant.Plants.globalId;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.plant.Plants;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What dashboards cost: a statement each, for any number of projects and subsystems. */
@ServerTest
class DashboardStatementTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Plants plants;
  @Autowired Statements statements;
  @Autowired JdbcClient database;

  /** Subsystems, each with all that can be counted of it. */
  private void fill(UUID systemId, int subsystems) {
    database
        .sql(
            """
            insert into plant.subsystems (system_id, project_id, code, name, created_by, updated_by)
            select id, project_id, 'X' || number, 'Subsystem', created_by, created_by
              from plant.systems, generate_series(1, ?) number
             where id = ?
            """)
        .params(subsystems, systemId)
        .update();
    database
        .sql(
            """
            insert into protocol.subsystem_turns (subsystem_id, company_id, stage, status, project_id, protocols)
            select subsystem.id, project.client_company_id, 'C1', 'RELEASED', project.id, 1
              from plant.subsystems subsystem
              join plant.projects project on project.id = subsystem.project_id
             where subsystem.system_id = ?
            """)
        .param(systemId)
        .update();
    database
        .sql(
            """
            insert into protocol.weekly_progress (project_id, stage, week, planned)
            select project_id, 'C1', '2026-01-05', 1 from plant.systems where id = ?
            """)
        .param(systemId)
        .update();
    database
        .sql(
            """
            insert into pendency.pendency_tallies (project_id, company_id, type, stage, raised_on, open)
            select project.id, project.client_company_id, 'PA', 'C1', '2026-01-05', 1
              from plant.systems system
              join plant.projects project on project.id = system.project_id
             where system.id = ?
            """)
        .param(systemId)
        .update();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 100", "10, 10"})
  void asksTheDatabaseOncePerDashboard(int projects, int subsystems) {
    People.SignedIn viewer = people.user(draft -> draft);
    List<String> ids = new ArrayList<>();
    for (int project = 0; project < projects; project++) {
      UUID id = plants.projectOf(viewer.companyId());
      fill(plants.system(plants.area(id, "A1"), "S1"), subsystems);
      ids.add(globalId("project", id));
    }
    List<String> executed =
        statements.during(
            () ->
                api.as(viewer.token())
                    .document(
                        """
                        query($ids: [ID!]!) {
                          nodes(ids: $ids) {
                            ... on Project {
                              completionMatrix {
                                subsystem { code waiting { protocols company { name } } }
                                cells { share gate { isOpen } }
                              }
                              pendencyAging { open company { name } }
                              progressCurve { week plannedTotal }
                              waiting { protocols company { name } }
                            }
                          }
                        }
                        """)
                    .variable("ids", ids)
                    .execute()
                    .path("nodes[*].completionMatrix[*].subsystem.waiting[*].company.name")
                    .entityList(String.class)
                    .hasSize(projects * subsystems));
    assertThat(executed)
        .filteredOn(statement -> !statement.startsWith("ViewerMapper"))
        .containsExactlyInAnyOrder(
            "ProjectMapper.listVisibleByIds",
            "DashboardMapper.listMatrixByProjectIds",
            "DashboardMapper.listAgingByProjectIds",
            "DashboardMapper.listCurveByProjectIds",
            "DashboardMapper.listWaitingByProjectIds",
            "CompanyMapper.listByIds",
            "SubsystemMapper.listByIds",
            "DashboardMapper.listWaitingBySubsystemIds");
  }
}
