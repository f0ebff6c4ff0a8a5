package io.protoworks.plant;

import io.protoworks.audit.AuditTrail;
import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

@Component
class SubsystemEdges implements GraphModule {
  private final AuditTrail trail;
  private final SubsystemService subsystems;
  private final UserService users;
  private final SystemService systems;

  SubsystemEdges(
      SubsystemService subsystems, UserService users, SystemService systems, AuditTrail trail) {
    this.trail = trail;
    this.subsystems = subsystems;
    this.users = users;
    this.systems = systems;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(Subsystem.class, "Subsystem", Subsystem::id, subsystems::listVisibleByIds);
    graph.one(
        "Subsystem",
        "system",
        Subsystem::systemId,
        (viewer, ids) -> systems.listByIds(ids),
        PlantSystem::id);
    graph.list(
        "System",
        "subsystems",
        PlantSystem::id,
        BranchArguments.class,
        subsystems::listBySystemIds,
        Subsystem::systemId);
    graph.one("Subsystem", "project", Subsystem::projectId, Project.class);
    graph.list(
        "Project",
        "subsystems",
        Project::id,
        BranchArguments.class,
        subsystems::listByProjectIds,
        Subsystem::projectId);
    graph.value(
        "Subsystem",
        "counts",
        Subsystem::id,
        (viewer, ids, none) -> subsystems.countsByIds(viewer, ids));
    Graph.ByIds<User> anyUser = (viewer, ids) -> users.listByIds(ids);
    graph.one("Subsystem", "createdBy", Subsystem::createdBy, anyUser, User::id);
    graph.one("Subsystem", "updatedBy", Subsystem::updatedBy, anyUser, User::id);
    trail.declare(graph, "Subsystem", Subsystem::id);
  }
}
