package io.protoworks.plant;

import io.protoworks.audit.AuditTrail;
import io.protoworks.identity.Company;
import io.protoworks.identity.CompanyService;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

@Component
class ProjectCompanyEdges implements GraphModule {
  private final AuditTrail trail;
  private final ProjectCompanyService projectCompanies;
  private final CompanyService companies;

  ProjectCompanyEdges(
      ProjectCompanyService projectCompanies, CompanyService companies, AuditTrail trail) {
    this.trail = trail;
    this.projectCompanies = projectCompanies;
    this.companies = companies;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(
        ProjectCompany.class,
        "ProjectCompany",
        ProjectCompany::id,
        projectCompanies::listVisibleByIds);
    graph.one("ProjectCompany", "project", ProjectCompany::projectId, Project.class);
    graph.one(
        "ProjectCompany",
        "company",
        ProjectCompany::companyId,
        (viewer, ids) -> companies.listByIds(ids),
        Company::id);
    graph.list(
        "Project",
        "companies",
        Project::id,
        Graph.NoArguments.class,
        (viewer, ids, none) -> projectCompanies.listByProjectIds(viewer, ids),
        ProjectCompany::projectId);
    trail.declare(graph, "ProjectCompany", ProjectCompany::id);
  }
}
