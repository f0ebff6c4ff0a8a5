package io.protoworks.plant;

import io.protoworks.audit.AuditTrail;
import io.protoworks.identity.Discipline;
import io.protoworks.identity.DisciplineService;
import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class EquipmentEdges implements GraphModule {
  private final AuditTrail trail;
  private final EquipmentService equipments;
  private final DisciplineService disciplines;
  private final UserService users;
  private final SubsystemService subsystems;

  EquipmentEdges(
      EquipmentService equipments,
      DisciplineService disciplines,
      UserService users,
      SubsystemService subsystems,
      AuditTrail trail) {
    this.trail = trail;
    this.equipments = equipments;
    this.disciplines = disciplines;
    this.users = users;
    this.subsystems = subsystems;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(Equipment.class, "Equipment", Equipment::id, equipments::listVisibleByIds);
    // Whoever sees an equipment sees its way up.
    graph.one(
        "Equipment",
        "subsystem",
        Equipment::subsystemId,
        (viewer, ids) -> subsystems.listByIds(ids),
        Subsystem::id);
    graph.one("Equipment", "project", Equipment::projectId, Project.class);
    graph.one(
        "Equipment",
        "discipline",
        Equipment::disciplineId,
        (viewer, ids) -> disciplines.listByIds(ids),
        Discipline::id);
    Graph.ByIds<User> anyUser = (viewer, ids) -> users.listByIds(ids);
    graph.one("Equipment", "createdBy", Equipment::createdBy, anyUser, User::id);
    graph.one("Equipment", "updatedBy", Equipment::updatedBy, anyUser, User::id);
    under(
        graph, "Project", Project::id, equipments::listByProjectIds, equipments::countByProjectIds);
    under(graph, "Area", Area::id, equipments::listByAreaIds, equipments::countByAreaIds);
    under(
        graph,
        "System",
        PlantSystem::id,
        equipments::listBySystemIds,
        equipments::countBySystemIds);
    under(
        graph,
        "Subsystem",
        Subsystem::id,
        equipments::listBySubsystemIds,
        equipments::countBySubsystemIds);
    trail.declare(graph, "Equipment", Equipment::id);
  }

  /** The same pages at every level of the hierarchy. */
  private static <P> void under(
      Graph graph,
      String parentType,
      Function<P, @Nullable UUID> id,
      Graph.Pages<EquipmentArguments, EquipmentUnder> pages,
      Graph.Values<EquipmentArguments, Integer> count) {
    graph.connection(
        parentType,
        "equipments",
        id,
        EquipmentArguments.class,
        new Graph.Paging<>(EquipmentArguments::page, EquipmentArguments::placeUnder),
        pages,
        EquipmentUnder::parentId,
        EquipmentUnder::equipment,
        count);
  }
}
