package io.protoworks.platform;

import graphql.schema.LightDataFetcher;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import java.util.Objects;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** Gives every node its global id and tells which type of the graph a record is. */
@Component
class NodeWiring implements RuntimeWiringConfigurer {
  private final Graph graph;

  NodeWiring(Graph graph) {
    this.graph = graph;
  }

  @Override
  public void configure(RuntimeWiring.Builder wiring) {
    for (Graph.NodeType<?> node : graph.nodes()) {
      LightDataFetcher<String> id =
          new LightDataFetcher<>() {
            @Override
            public String get(
                graphql.schema.GraphQLFieldDefinition field,
                Object source,
                java.util.function.Supplier<graphql.schema.DataFetchingEnvironment> environment) {
              return node.globalId(source);
            }

            @Override
            public String get(graphql.schema.DataFetchingEnvironment environment) {
              return node.globalId(Objects.requireNonNull(environment.getSource()));
            }
          };
      wiring.type(node.name(), type -> type.dataFetcher("id", id));
    }
    TypeResolver byRecord =
        environment ->
            environment
                .getSchema()
                .getObjectType(graph.nodeType(environment.getObject().getClass()).name());
    wiring.type("Node", type -> type.typeResolver(byRecord));
  }
}
