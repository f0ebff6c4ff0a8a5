package io.protoworks.plant;

import io.protoworks.audit.AuditTrail;
import io.protoworks.identity.Company;
import io.protoworks.identity.CompanyService;
import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

@Component
class ProjectEdges implements GraphModule {
  private final AuditTrail trail;
  private final ProjectService projects;
  private final CompanyService companies;
  private final UserService users;

  ProjectEdges(
      ProjectService projects, CompanyService companies, UserService users, AuditTrail trail) {
    this.trail = trail;
    this.projects = projects;
    this.companies = companies;
    this.users = users;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(Project.class, "Project", Project::id, projects::listVisibleByIds);
    graph.one(
        "Project",
        "clientCompany",
        Project::clientCompanyId,
        (viewer, ids) -> companies.listByIds(ids),
        Company::id);
    Graph.ByIds<User> anyUser = (viewer, ids) -> users.listByIds(ids);
    graph.one("Project", "owner", Project::ownerId, anyUser, User::id);
    graph.one("Project", "createdBy", Project::createdBy, anyUser, User::id);
    graph.one("Project", "updatedBy", Project::updatedBy, anyUser, User::id);
    graph.value(
        "Project", "counts", Project::id, (viewer, ids, none) -> projects.countsByIds(viewer, ids));
    graph.value(
        "Project",
        "isFavorite",
        Project::id,
        (viewer, ids, none) -> projects.favoritesByIds(viewer, ids));
    graph.connection(
        "Company",
        "projects",
        Company::id,
        CompanyProjectsArguments.class,
        new Graph.Paging<>(CompanyProjectsArguments::page, CompanyProjectsArguments::place),
        projects::listByCompanyIds,
        ProjectUnder::companyId,
        ProjectUnder::project,
        projects::countByCompanyIds);
    trail.declare(graph, "Project", Project::id);
  }
}
