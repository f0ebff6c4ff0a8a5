package io.protoworks.dashboard;

import io.protoworks.dashboard.DashboardArguments.OfAging;
import io.protoworks.dashboard.DashboardArguments.OfCurve;
import io.protoworks.dashboard.DashboardArguments.OfMatrix;
import io.protoworks.dashboard.DashboardArguments.OfWaiting;
import io.protoworks.identity.Company;
import io.protoworks.identity.CompanyService;
import io.protoworks.plant.Project;
import io.protoworks.plant.Subsystem;
import io.protoworks.plant.SubsystemService;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

@Component
class DashboardEdges implements GraphModule {
  private static final String PROJECT = "Project";

  private final DashboardService dashboards;
  private final SubsystemService subsystems;
  private final CompanyService companies;

  DashboardEdges(
      DashboardService dashboards, SubsystemService subsystems, CompanyService companies) {
    this.dashboards = dashboards;
    this.subsystems = subsystems;
    this.companies = companies;
  }

  @Override
  public void declare(Graph graph) {
    graph.list(
        PROJECT,
        "completionMatrix",
        Project::id,
        OfMatrix.class,
        dashboards::listMatrix,
        CompletionMatrixRow::projectId);
    graph.list(
        PROJECT,
        "pendencyAging",
        Project::id,
        OfAging.class,
        dashboards::listAging,
        PendencyAgingRow::projectId);
    graph.list(
        PROJECT,
        "progressCurve",
        Project::id,
        OfCurve.class,
        dashboards::listCurve,
        ProgressCurveWeek::projectId);
    declareWaiting(graph);
    declareWayUp(graph);
  }

  private void declareWaiting(Graph graph) {
    graph.list(
        PROJECT,
        "waiting",
        Project::id,
        OfWaiting.class,
        dashboards::listWaiting,
        WaitingRow::parentId);
    graph.list(
        "Subsystem",
        "waiting",
        Subsystem::id,
        OfWaiting.class,
        dashboards::listWaitingInSubsystems,
        WaitingRow::parentId);
  }

  private void declareWayUp(Graph graph) {
    graph.one(
        "CompletionMatrixRow",
        "subsystem",
        CompletionMatrixRow::subsystemId,
        (viewer, ids) -> subsystems.listByIds(ids),
        Subsystem::id);
    Graph.ByIds<Company> anyCompany = (viewer, ids) -> companies.listByIds(ids);
    graph.one("PendencyAgingRow", "company", PendencyAgingRow::companyId, anyCompany, Company::id);
    graph.one("WaitingRow", "company", WaitingRow::companyId, anyCompany, Company::id);
  }
}
