package io.protoworks.plant;

import io.protoworks.audit.AuditTrail;
import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

@Component
class SystemEdges implements GraphModule {
  private final AuditTrail trail;
  private final SystemService systems;
  private final UserService users;
  private final AreaService areas;

  SystemEdges(SystemService systems, UserService users, AreaService areas, AuditTrail trail) {
    this.trail = trail;
    this.systems = systems;
    this.users = users;
    this.areas = areas;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(PlantSystem.class, "System", PlantSystem::id, systems::listVisibleByIds);
    graph.one(
        "System", "area", PlantSystem::areaId, (viewer, ids) -> areas.listByIds(ids), Area::id);
    graph.list(
        "Area",
        "systems",
        Area::id,
        BranchArguments.class,
        systems::listByAreaIds,
        PlantSystem::areaId);
    graph.one("System", "project", PlantSystem::projectId, Project.class);
    graph.list(
        "Project",
        "systems",
        Project::id,
        BranchArguments.class,
        systems::listByProjectIds,
        PlantSystem::projectId);
    graph.value(
        "System",
        "counts",
        PlantSystem::id,
        (viewer, ids, none) -> systems.countsByIds(viewer, ids));
    Graph.ByIds<User> anyUser = (viewer, ids) -> users.listByIds(ids);
    graph.one("System", "createdBy", PlantSystem::createdBy, anyUser, User::id);
    graph.one("System", "updatedBy", PlantSystem::updatedBy, anyUser, User::id);
    trail.declare(graph, "System", PlantSystem::id);
  }
}
