package io.protoworks.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.dashboard.DashboardArguments.OfAging;
import io.protoworks.dashboard.DashboardArguments.OfCurve;
import io.protoworks.dashboard.DashboardArguments.OfMatrix;
import io.protoworks.dashboard.DashboardArguments.OfWaiting;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.plant.Plants;
import io.protoworks.testing.Plans;
import io.protoworks.testing.ServerTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** Every statement finds one project, or one subsystem, among two thousand by an index. */
@ServerTest
class DashboardPlanTests {
  private static final int OTHERS = 2_000;

  /** In one transaction, of which nothing is kept. */
  private static final List<String> MAKE_OTHERS =
      List.of(
          """
          insert into plant.projects (code, name, client_company_id, owner_id, created_by, updated_by)
          select company.id || '-' || number, 'Project', company.id, '%2$s', '%2$s', '%2$s'
            from identity.companies company, generate_series(1, %3$d) number
           where company.id = '%1$s'
          """,
          """
          insert into plant.areas (project_id, code, name, created_by, updated_by)
          select id, 'A1', 'Area', '%2$s', '%2$s' from plant.projects where client_company_id = '%1$s'
          """,
          """
          insert into plant.systems (area_id, project_id, code, name, created_by, updated_by)
          select area.id, area.project_id, 'S1', 'System', '%2$s', '%2$s'
            from plant.areas area
            join plant.projects project on project.id = area.project_id and project.client_company_id = '%1$s'
          """,
          """
          insert into plant.subsystems (system_id, project_id, code, name, created_by, updated_by)
          select system.id, system.project_id, 'SS1', 'Subsystem', '%2$s', '%2$s'
            from plant.systems system
            join plant.projects project on project.id = system.project_id and project.client_company_id = '%1$s'
          """,
          """
          insert into protocol.subsystem_turns (subsystem_id, company_id, stage, status, project_id, protocols)
          select subsystem.id, '%1$s', 'C1', 'RELEASED', project.id, 1
            from plant.subsystems subsystem
            join plant.projects project on project.id = subsystem.project_id and project.client_company_id = '%1$s'
          """,
          """
          insert into protocol.weekly_progress (project_id, stage, week, planned)
          select id, 'C1', '2026-01-05', 1 from plant.projects where client_company_id = '%1$s'
          """,
          """
          insert into pendency.pendency_tallies (project_id, company_id, type, stage, raised_on, open)
          select id, '%1$s', 'PA', 'C1', '2026-01-05', 1 from plant.projects where client_company_id = '%1$s'
          """,
          """
          analyze plant.subsystems, completion.subsystem_progress, completion.stage_progress, completion.gates,
                  protocol.subsystem_turns, protocol.weekly_progress, pendency.pendency_tallies
          """);

  @Autowired People people;
  @Autowired Plants plants;
  @Autowired Plans plans;
  @Autowired JdbcOperations database;
  @Autowired TransactionOperations transactions;

  @Test
  void findsAProjectAmongManyByIndex() {
    People.SignedIn viewer = people.user(draft -> draft);
    UUID project = plants.projectOf(viewer.companyId());
    UUID[] projects = {project};
    UUID[] subsystems = {plants.subsystem(plants.system(plants.area(project, "A1"), "S1"), "SS1")};
    UUID company = people.company(CompanyType.CLIENTE);
    transactions.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          MAKE_OTHERS.forEach(
              statement -> database.execute(statement.formatted(company, viewer.id(), OTHERS)));
          assertFinds("listMatrixByProjectIds", viewer, "projectIds", projects, matrix());
          assertFinds("listAgingByProjectIds", viewer, "projectIds", projects, aging());
          assertFinds("listCurveByProjectIds", viewer, "projectIds", projects, new OfCurve(null));
          assertFinds("listWaitingByProjectIds", viewer, "projectIds", projects, waiting());
          assertFinds("listWaitingBySubsystemIds", viewer, "subsystemIds", subsystems, waiting());
        });
  }

  private static OfMatrix matrix() {
    return new OfMatrix(null, null);
  }

  private static OfAging aging() {
    return new OfAging(null, null);
  }

  private static OfWaiting waiting() {
    return new OfWaiting(null);
  }

  private void assertFinds(
      String statement, People.SignedIn viewer, String parents, UUID[] ids, Object matching) {
    String plan =
        plans.of(
            DashboardMapper.class,
            statement,
            Map.of(
                "viewer",
                viewer.id(),
                parents,
                ids,
                "matching",
                matching,
                "today",
                LocalDate.of(2026, 1, 5)));
    assertThat(plan).contains("Index");
    for (String table :
        List.of(
            "subsystems",
            "subsystem_progress",
            "stage_progress",
            "gates",
            "subsystem_turns",
            "weekly_progress",
            "pendency_tallies")) {
      assertThat(plan).doesNotContain("Seq Scan on " + table + " ");
    }
  }
}
