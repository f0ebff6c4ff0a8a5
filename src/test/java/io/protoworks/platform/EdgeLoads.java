package io.protoworks.platform;

import io.protoworks.testing.Fixture;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the batch of an edge for as many parents as one likes. */
@Fixture
public class EdgeLoads {
  private final Graph graph;

  EdgeLoads(Graph graph) {
    this.graph = graph;
  }

  /** One edge and its batch. */
  public static final class Load<P, A> {
    private final Function<P, List<UUID>> keys;
    private final Graph.Edge<P, A, ?> edge;

    private Load(Function<P, List<UUID>> keys, Graph.Edge<P, A, ?> edge) {
      this.keys = keys;
      this.edge = edge;
    }

    /** {@code Project.areas}. */
    public String name() {
      return edge.parentType() + "." + edge.field();
    }

    String parentType() {
      return edge.parentType();
    }

    /** The keys that these parents have, each once. */
    @SuppressWarnings("unchecked") // the edge is declared for the rows of its parent type
    public Set<UUID> keys(Collection<Object> parents) {
      return parents.stream()
          .flatMap(parent -> keys.apply((P) parent).stream())
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Asks for the children of these parents, with no argument given. */
    public void run(Viewer viewer, Collection<UUID> parents) {
      children(viewer, parents);
    }

    /** What each of these keys leads to; nothing of those that lead nowhere. */
    public Map<UUID, List<Object>> children(Viewer viewer, Collection<UUID> parents) {
      return edge
          .values()
          .compute(viewer, parents, edge.arguments().cast(withoutArguments(edge.arguments())))
          .entrySet()
          .stream()
          .filter(child -> !child.getValue().equals(edge.absent()))
          .collect(Collectors.toMap(Map.Entry::getKey, child -> each(child.getValue())))
          .entrySet()
          .stream()
          .filter(child -> !child.getValue().isEmpty())
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }

  private static List<Object> each(Object value) {
    return switch (value) {
      case Connection<?> page -> List.copyOf(page.nodes());
      case Collection<?> several -> List.copyOf(several);
      default -> List.of(value);
    };
  }

  /** Every edge, also those that lead to several rows by ids that the parent holds. */
  public List<Load<?, ?>> all() {
    return Stream.<Load<?, ?>>concat(
            graph.edges().stream().map(EdgeLoads::load),
            graph.manies().stream().map(EdgeLoads::load))
        .toList();
  }

  private static <P, A> Load<P, A> load(Graph.Edge<P, A, ?> edge) {
    return new Load<>(parent -> single(edge.key().apply(parent)), edge);
  }

  private static <P> Load<P, Graph.NoArguments> load(Graph.Many<P, ?> many) {
    return new Load<>(many.keys(), many.rows());
  }

  private static List<UUID> single(@Nullable UUID key) {
    return key == null ? List.of() : List.of(key);
  }

  /** The objects of these ids that a viewer sees. */
  List<Object> rows(Viewer viewer, Collection<TypeId> ids) {
    return ids.stream()
        .collect(Collectors.groupingBy(id -> (Graph.NodeType<?>) graph.nodeOf(id)))
        .entrySet()
        .stream()
        .<Object>flatMap(
            of ->
                of
                    .getKey()
                    .visible()
                    .list(viewer, of.getValue().stream().map(TypeId::uuid).toList())
                    .stream())
        .toList();
  }

  /** The ids of rows of a type; none where it has none. */
  List<UUID> ids(String type, Collection<Object> rows) {
    Graph.NodeType<?> node = graph.nodeNamed(type);
    return node == null ? List.of() : rows.stream().map(row -> id(node, row)).toList();
  }

  private static <T> UUID id(Graph.NodeType<T> node, Object row) {
    return node.id().apply(node.javaType().cast(row));
  }

  /** The type of the graph that an object is of. */
  String type(Object row) {
    return graph.nodes().stream()
        .filter(node -> node.javaType().isInstance(row))
        .map(Graph.NodeType::name)
        .findFirst()
        .orElseGet(() -> row.getClass().getSimpleName());
  }

  private static Object withoutArguments(Class<?> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(new Object[types.length]);
    } catch (ReflectiveOperationException refused) {
      throw new LinkageError(type + " can't be made without arguments", refused);
    }
  }
}
