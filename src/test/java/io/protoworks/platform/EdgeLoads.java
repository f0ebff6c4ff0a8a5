package io.protoworks.platform;

import io.protoworks.testing.Fixture;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
  public final class Load<P, A> {
    private final Graph.Edge<P, A, ?> edge;

    private Load(Graph.Edge<P, A, ?> edge) {
      this.edge = edge;
    }

    /** {@code Project.areas}. */
    public String name() {
      return edge.parentType() + "." + edge.field();
    }

    /**
     * So many keys: those of parents that are there, and then some of none.
     *
     * @param parents ids of parents by their type
     */
    public List<UUID> keys(Viewer viewer, Function<String, List<UUID>> parents, int count) {
      Set<UUID> keys = new LinkedHashSet<>();
      Graph.NodeType<?> type = graph.nodeNamed(edge.parentType());
      if (type != null) {
        rows(type, viewer, parents.apply(edge.parentType())).map(this::key).forEach(keys::add);
        keys.remove(null);
      }
      return Stream.concat(keys.stream(), Stream.generate(UUID::randomUUID)).limit(count).toList();
    }

    @SuppressWarnings("unchecked") // the edge is declared for the rows of its parent type
    private @Nullable UUID key(Object parent) {
      return edge.key().apply((P) parent);
    }

    /** Asks for the children of these parents, with no argument given. */
    public void run(Viewer viewer, Collection<UUID> keys) {
      edge.values()
          .compute(viewer, keys, edge.arguments().cast(withoutArguments(edge.arguments())));
    }
  }

  /** The type that an id is of. */
  public String type(TypeId id) {
    return graph.nodeOf(id).name();
  }

  public List<Load<?, ?>> all() {
    return graph.edges().stream().<Load<?, ?>>map(this::load).toList();
  }

  private <P, A> Load<P, A> load(Graph.Edge<P, A, ?> edge) {
    return new Load<>(edge);
  }

  private static Stream<Object> rows(Graph.NodeType<?> type, Viewer viewer, List<UUID> ids) {
    return type.visible().list(viewer, ids).stream().map(row -> row);
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
