package io.protoworks.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code node} and {@code nodes} for every type that a module declared. */
@Controller
class NodeController {
  private static final int MAXIMUM_IDS = 100;

  private final Graph graph;

  NodeController(Graph graph) {
    this.graph = graph;
  }

  @QueryMapping
  @Nullable Object node(@Argument String id, Viewer viewer) {
    return nodes(List.of(id), viewer).getFirst();
  }

  /** One statement per type that the ids name, and more only for what it does not show. */
  @QueryMapping
  List<@Nullable Object> nodes(@Argument List<String> ids, Viewer viewer) {
    if (ids.size() > MAXIMUM_IDS) {
      throw Failure.badRequest(
          "Ask for at most %d ids at once, not %d.".formatted(MAXIMUM_IDS, ids.size()));
    }
    List<TypeId> parsed = ids.stream().map(TypeId::parse).toList();
    Map<TypeId, Object> found = new HashMap<>();
    parsed.stream()
        .distinct()
        .collect(Collectors.groupingBy(graph::nodeOf))
        .forEach((type, alike) -> found.putAll(find(type, alike, viewer)));
    return parsed.stream().<@Nullable Object>map(found::get).toList();
  }

  private <T> Map<TypeId, Object> find(Graph.NodeType<T> type, List<TypeId> ids, Viewer viewer) {
    return graph.lookUp(type, viewer, ids.stream().map(TypeId::uuid).toList()).entrySet().stream()
        .collect(
            Collectors.toMap(row -> new TypeId(type.prefix(), row.getKey()), Map.Entry::getValue));
  }
}
