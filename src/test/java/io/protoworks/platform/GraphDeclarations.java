package io.protoworks.platform;

import io.protoworks.testing.Fixture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.util.ClassUtils;

/** What each module declares of the graph, for the tests that guard the whole schema. */
@Fixture
public class GraphDeclarations {
  /**
   * A type with an id.
   *
   * @param declaredBy the class that declares it
   */
  public record Node(Class<?> declaredBy, String type, String prefix, Class<?> javaType) {}

  /**
   * An edge.
   *
   * @param declaredBy the class that declares it
   * @param arguments the record that its arguments are read into
   * @param alwaysThere whether it answers something even for a parent without a value
   * @param mayHide whether what it leads to can be hidden from who sees the parent
   */
  public record Edge(
      Class<?> declaredBy,
      String parentType,
      String field,
      Class<?> arguments,
      boolean alwaysThere,
      boolean mayHide) {
    public String coordinates() {
      return parentType + "." + field;
    }

    public boolean takesArguments() {
      return arguments != Graph.NoArguments.class;
    }
  }

  private final List<Node> nodes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();

  GraphDeclarations(Collection<GraphModule> modules) {
    modules.forEach(this::collect);
  }

  public List<Node> nodes() {
    return nodes;
  }

  public List<Edge> edges() {
    return edges;
  }

  private void collect(GraphModule module) {
    Graph graph = new Graph();
    // An edge may lead to a node of another module: it is looked up only when the edge runs.
    module.declare(graph);
    Class<?> declaredBy = ClassUtils.getUserClass(module);
    graph.nodes().stream()
        .map(node -> new Node(declaredBy, node.name(), node.prefix(), node.javaType()))
        .forEach(nodes::add);
    graph.edges().stream()
        .map(
            edge ->
                new Edge(
                    declaredBy,
                    edge.parentType(),
                    edge.field(),
                    edge.arguments(),
                    edge.absent() != null,
                    edge.loader().endsWith("ById")))
        .forEach(edges::add);
    graph.manies().stream()
        .map(
            many ->
                new Edge(
                    declaredBy,
                    many.rows().parentType(),
                    many.rows().field(),
                    Graph.NoArguments.class,
                    true,
                    false))
        .forEach(edges::add);
    graph.references().stream()
        .map(
            reference ->
                new Edge(
                    declaredBy,
                    reference.parentType(),
                    reference.field(),
                    Graph.NoArguments.class,
                    false,
                    true))
        .forEach(edges::add);
  }
}
