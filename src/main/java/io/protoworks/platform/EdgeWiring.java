package io.protoworks.platform;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.graphql.data.GraphQlArgumentBinder;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;

/**
 * Makes a loader-backed fetcher of every declared edge. A loader exists from the first time that a
 * request uses it; its batch runs on the request's own thread, one statement for all parents that
 * ask with the same arguments.
 */
@Component
class EdgeWiring implements RuntimeWiringConfigurer {
  /** What a loader is asked: the parent's key and the arguments that were given. */
  private record EdgeKey(UUID id, Object arguments) {}

  private static final Graph.NoArguments NO_ARGUMENTS = new Graph.NoArguments();

  private final Graph graph;
  private final GraphQlArgumentBinder binder;

  EdgeWiring(Graph graph, GraphQlArgumentBinder binder) {
    this.graph = graph;
    this.binder = binder;
  }

  @Override
  public void configure(RuntimeWiring.Builder wiring) {
    for (Graph.Edge<?, ?, ?> edge : graph.edges()) {
      wiring.type(edge.parentType(), type -> type.dataFetcher(edge.field(), fetcher(edge)));
    }
    for (Graph.Many<?, ?> many : graph.manies()) {
      wiring.type(
          many.rows().parentType(), type -> type.dataFetcher(many.rows().field(), fetcher(many)));
    }
    for (Graph.Reference<?> reference : graph.references()) {
      wiring.type(
          reference.parentType(), type -> type.dataFetcher(reference.field(), fetcher(reference)));
    }
  }

  private <P, V> DataFetcher<?> fetcher(Graph.Many<P, V> many) {
    return environment -> {
      P parent = environment.<P>getSource();
      List<EdgeKey> keys =
          parent == null
              ? List.of()
              : many.keys().apply(parent).stream()
                  .map(id -> new EdgeKey(id, NO_ARGUMENTS))
                  .toList();
      return loader(environment, many.rows())
          .loadMany(keys)
          .thenApply(rows -> rows.stream().filter(Objects::nonNull).toList());
    };
  }

  private <P> DataFetcher<?> fetcher(Graph.Reference<P> reference) {
    return environment -> {
      P parent = environment.<P>getSource();
      NodeId target = parent == null ? null : reference.target().apply(parent);
      Graph.NodeType<?> type = target == null ? null : graph.nodeNamed(target.type());
      return target == null || type == null
          ? null
          : loader(environment, byId(type)).load(new EdgeKey(target.uuid(), NO_ARGUMENTS));
    };
  }

  private static <T> Graph.Edge<Object, Graph.NoArguments, T> byId(Graph.NodeType<T> type) {
    return new Graph.Edge<>(
        "Node",
        "node",
        type.loader(),
        parent -> null,
        Graph.NoArguments.class,
        (viewer, ids, none) -> Graph.byId(type, viewer, ids),
        null);
  }

  private <P, A, V> DataFetcher<?> fetcher(Graph.Edge<P, A, V> edge) {
    boolean plain = edge.arguments() == Graph.NoArguments.class;
    return environment -> {
      P parent = environment.<P>getSource();
      UUID id = parent == null ? null : edge.key().apply(parent);
      if (id == null) {
        return edge.absent();
      }
      Object arguments = plain ? NO_ARGUMENTS : arguments(environment, edge.arguments());
      return loader(environment, edge).load(new EdgeKey(id, arguments));
    };
  }

  private Object arguments(DataFetchingEnvironment environment, Class<?> type)
      throws BindException {
    Object bound = binder.bind(environment, null, ResolvableType.forClass(type));
    if (bound == null) {
      throw new IllegalStateException("arguments bind to nothing: " + type);
    }
    return bound;
  }

  private static <V> DataLoader<EdgeKey, V> loader(
      DataFetchingEnvironment environment, Graph.Edge<?, ?, V> edge) {
    environment
        .getDataLoaderRegistry()
        .computeIfAbsent(edge.loader(), name -> newLoader(edge, ViewerContext.of(environment)));
    DataLoader<EdgeKey, V> loader = environment.getDataLoader(edge.loader());
    if (loader == null) {
      throw new IllegalStateException("no loader " + edge.loader());
    }
    return loader;
  }

  private static <A, V> DataLoader<EdgeKey, @Nullable V> newLoader(
      Graph.Edge<?, A, V> edge, Viewer viewer) {
    return DataLoaderFactory.newMappedDataLoader(
        (Set<EdgeKey> keys) -> CompletableFuture.completedFuture(load(edge, viewer, keys)));
  }

  private static <A, V> Map<EdgeKey, @Nullable V> load(
      Graph.Edge<?, A, V> edge, Viewer viewer, Set<EdgeKey> keys) {
    Map<Object, List<EdgeKey>> byArguments =
        keys.stream().collect(Collectors.groupingBy(EdgeKey::arguments));
    Map<EdgeKey, @Nullable V> loaded = HashMap.newHashMap(keys.size());
    byArguments.forEach(
        (arguments, alike) -> {
          List<UUID> ids = alike.stream().map(EdgeKey::id).toList();
          Map<UUID, V> values =
              edge.values().compute(viewer, ids, edge.arguments().cast(arguments));
          alike.forEach(key -> loaded.put(key, values.getOrDefault(key.id(), edge.absent())));
        });
    return loaded;
  }

  /** Counts a nested connection's list through the loader that counts it for all parents. */
  static <A> Connection.Count counting(Graph.Edge<?, A, Integer> count, UUID id, A arguments) {
    return environment -> loader(environment, count).load(new EdgeKey(id, arguments));
  }
}
