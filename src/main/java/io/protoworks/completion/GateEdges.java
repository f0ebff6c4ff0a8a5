package io.protoworks.completion;

import io.protoworks.audit.AuditTrail;
import io.protoworks.completion.GateBlocker.UncoveredEquipments;
import io.protoworks.plant.Subsystem;
import io.protoworks.plant.SubsystemService;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class GateEdges implements GraphModule {
  private final GateService gates;
  private final SubsystemService subsystems;
  private final AuditTrail trail;

  GateEdges(GateService gates, SubsystemService subsystems, AuditTrail trail) {
    this.gates = gates;
    this.subsystems = subsystems;
    this.trail = trail;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(Gate.class, "Gate", Gate::id, gates::listVisibleByIds);
    graph.list(
        "Subsystem",
        "gates",
        Subsystem::id,
        Graph.NoArguments.class,
        (viewer, ids, none) -> gates.listBySubsystemIds(viewer, ids),
        Gate::subsystemId);
    graph.one(
        "Gate",
        "subsystem",
        Gate::subsystemId,
        (viewer, ids) -> subsystems.listByIds(ids),
        Subsystem::id);
    graph.value(
        "Gate", "blockers", Gate::id, (viewer, ids, none) -> gates.blockersByIds(viewer, ids));
    uncovered(graph, "Gate", "uncoveredEquipments", Gate::id);
    uncovered(graph, "UncoveredEquipments", "equipments", UncoveredEquipments::gateId);
    trail.declare(graph, "Gate", Gate::id);
  }

  private <P> void uncovered(
      Graph graph, String parentType, String field, Function<P, @Nullable UUID> gateId) {
    graph.connection(
        parentType,
        field,
        gateId,
        UncoveredArguments.class,
        new Graph.Paging<>(UncoveredArguments::page, UncoveredArguments::place),
        gates::listUncoveredByIds,
        UncoveredEquipment::gateId,
        UncoveredEquipment::equipment,
        gates::countUncoveredByIds);
  }
}
