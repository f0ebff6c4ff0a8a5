package io.protoworks.plant;

import io.protoworks.audit.AuditTrail;
import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

@Component
class AreaEdges implements GraphModule {
  private final AuditTrail trail;
  private final AreaService areas;
  private final UserService users;

  AreaEdges(AreaService areas, UserService users, AuditTrail trail) {
    this.trail = trail;
    this.areas = areas;
    this.users = users;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(Area.class, "Area", Area::id, areas::listVisibleByIds);
    graph.one("Area", "project", Area::projectId, Project.class);
    graph.list(
        "Project",
        "areas",
        Project::id,
        BranchArguments.class,
        areas::listByProjectIds,
        Area::projectId);
    graph.value("Area", "counts", Area::id, (viewer, ids, none) -> areas.countsByIds(viewer, ids));
    Graph.ByIds<User> anyUser = (viewer, ids) -> users.listByIds(ids);
    graph.one("Area", "createdBy", Area::createdBy, anyUser, User::id);
    graph.one("Area", "updatedBy", Area::updatedBy, anyUser, User::id);
    trail.declare(graph, "Area", Area::id);
  }
}
