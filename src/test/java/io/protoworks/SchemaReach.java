package io.protoworks;

import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be reached by asking, starting from the query's roots. */
final class SchemaReach {
  private SchemaReach() {}

  /** The types of objects that an answer can hold. */
  static Set<String> types(GraphQLSchema schema) {
    return objects(schema).stream()
        .map(GraphQLObjectType::getName)
        .filter(name -> !name.equals("Query"))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The fields of those types, and the roots, that lead to objects. */
  static Set<String> edges(GraphQLSchema schema) {
    return objects(schema).stream()
        .flatMap(
            type ->
                type.getFieldDefinitions().stream()
                    .filter(field -> target(field) instanceof GraphQLCompositeType)
                    .map(field -> type.getName() + "." + field.getName()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<GraphQLObjectType> objects(GraphQLSchema schema) {
    Set<GraphQLObjectType> reached = new LinkedHashSet<>();
    Deque<GraphQLObjectType> ahead = new ArrayDeque<>(List.of(schema.getQueryType()));
    while (!ahead.isEmpty()) {
      GraphQLObjectType type = ahead.remove();
      if (reached.add(type)) {
        type.getFieldDefinitions().forEach(field -> ahead.addAll(possible(schema, target(field))));
      }
    }
    return reached;
  }

  private static GraphQLType target(GraphQLFieldDefinition field) {
    return GraphQLTypeUtil.unwrapAll(field.getType());
  }

  private static List<GraphQLObjectType> possible(GraphQLSchema schema, GraphQLType type) {
    return switch (type) {
      case GraphQLObjectType object -> List.of(object);
      case GraphQLInterfaceType several -> schema.getImplementations(several);
      case GraphQLUnionType several ->
          several.getTypes().stream().map(GraphQLObjectType.class::cast).toList();
      default -> List.of();
    };
  }
}
