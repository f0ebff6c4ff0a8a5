package io.protoworks.pendency;

import io.protoworks.completion.GateBlocker.OpenPendencies;
import io.protoworks.pendency.PendencyArguments.PendencyFilter;
import io.protoworks.plant.Area;
import io.protoworks.plant.Equipment;
import io.protoworks.plant.PlantSystem;
import io.protoworks.plant.Project;
import io.protoworks.plant.Subsystem;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import io.protoworks.protocol.Protocol;
import io.protoworks.protocol.ProtocolItem;
import io.protoworks.protocol.TransitionBlocker.PendenciesBlocker;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What leads to pendencies. */
@Component
class PendencyListEdges implements GraphModule {
  private static final String FIELD = "pendencies";

  private final PendencyService pendencies;

  PendencyListEdges(PendencyService pendencies) {
    this.pendencies = pendencies;
  }

  @Override
  public void declare(Graph graph) {
    under(graph, "Project", Project::id, PendencyParent.PROJECT);
    under(graph, "Area", Area::id, PendencyParent.AREA);
    under(graph, "System", PlantSystem::id, PendencyParent.SYSTEM);
    under(graph, "Subsystem", Subsystem::id, PendencyParent.SUBSYSTEM);
    under(graph, "Equipment", Equipment::id, PendencyParent.EQUIPMENT);
    under(graph, "Protocol", Protocol::id, PendencyParent.PROTOCOL);
    under(graph, "ProtocolItem", ProtocolItem::id, PendencyParent.PROTOCOL_ITEM);
    declareBlockers(graph);
  }

  /** The same pages under everything that has pendencies. */
  private <P> void under(
      Graph graph, String parentType, Function<P, @Nullable UUID> id, PendencyParent parent) {
    graph.connection(
        parentType,
        FIELD,
        id,
        PendencyArguments.class,
        new Graph.Paging<>(PendencyArguments::page, PendencyArguments::placeUnder),
        (viewer, ids, arguments, page) ->
            pendencies.listUnder(parent, viewer, ids, arguments.matching(), page),
        PendencyUnder::parentId,
        PendencyUnder::pendency,
        (viewer, ids, arguments) ->
            pendencies.countUnder(parent, viewer, ids, arguments.matching()));
  }

  /** What keeps a gate closed, or a protocol from a step. */
  private void declareBlockers(Graph graph) {
    graph.connection(
        "OpenPendencies",
        FIELD,
        OpenPendencies::gateId,
        PendencyArguments.Open.class,
        new Graph.Paging<>(PendencyArguments.Open::page, PendencyArguments.Open::placeUnder),
        (viewer, ids, arguments, page) -> pendencies.listBlocking(viewer, ids, page),
        PendencyUnder::parentId,
        PendencyUnder::pendency,
        (viewer, ids, arguments) -> pendencies.countBlocking(viewer, ids));
    graph.connection(
        "PendenciesBlocker",
        FIELD,
        PendenciesBlocker::protocolId,
        PendencyArguments.Open.class,
        new Graph.Paging<>(PendencyArguments.Open::page, PendencyArguments.Open::placeUnder),
        (viewer, ids, arguments, page) ->
            pendencies.listUnder(PendencyParent.PROTOCOL, viewer, ids, PendencyFilter.OPEN, page),
        PendencyUnder::parentId,
        PendencyUnder::pendency,
        (viewer, ids, arguments) ->
            pendencies.countUnder(PendencyParent.PROTOCOL, viewer, ids, PendencyFilter.OPEN));
  }
}
