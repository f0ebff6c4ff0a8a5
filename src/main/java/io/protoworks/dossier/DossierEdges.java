package io.protoworks.dossier;

import io.protoworks.completion.Gate;
import io.protoworks.plant.Subsystem;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.Protocol;
import java.net.URI;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads from what is handed over to its documents. */
@Component
class DossierEdges implements GraphModule {
  private final DossierLinks links;

  DossierEdges(DossierLinks links) {
    this.links = links;
  }

  @Override
  public void declare(Graph graph) {
    link(graph, "Subsystem", "dossierUrl", Subsystem::id, links::toSubsystem);
    link(graph, "Gate", "certificateUrl", DossierEdges::openId, links::toCertificate);
    link(graph, "Protocol", "dossierUrl", Protocol::id, links::toProtocol);
  }

  private static @Nullable UUID openId(Gate gate) {
    return gate.isOpen() ? gate.id() : null;
  }

  private static <P> void link(
      Graph graph,
      String parentType,
      String field,
      Function<P, @Nullable UUID> id,
      BiFunction<Viewer, UUID, URI> link) {
    graph.<P, URI>value(
        parentType,
        field,
        id,
        (viewer, ids, none) ->
            ids.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), key -> link.apply(viewer, key))));
  }
}
