package io.protoworks.walk;

import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is selected of each type: of an object with an id only that, because it is visited by
 * itself; of everything else all that it has.
 */
final class Selections {
  private static final int DEEPEST = 8;

  private final GraphQLSchema schema;
  private final Variants variants;

  Selections(GraphQLSchema schema, Variants variants) {
    this.schema = schema;
    this.variants = variants;
  }

  /** Whether objects of this type have an id by which {@code node} answers them. */
  static boolean isNode(GraphQLObjectType type) {
    return type.getInterfaces().stream().anyMatch(contract -> contract.getName().equals("Node"));
  }

  static boolean isLeaf(GraphQLFieldDefinition field) {
    return !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType);
  }

  /** The selection of a field's type, in braces; nothing for a scalar or an enum. */
  String of(GraphQLType type) {
    return of(type, 0);
  }

  private String of(GraphQLType type, int depth) {
    return switch (GraphQLTypeUtil.unwrapAll(type)) {
      case GraphQLObjectType object -> " { __typename %s }".formatted(inside(object, depth));
      case GraphQLInterfaceType several -> several(schema.getImplementations(several), depth);
      case GraphQLUnionType several ->
          several(several.getTypes().stream().map(GraphQLObjectType.class::cast).toList(), depth);
      default -> "";
    };
  }

  private String several(List<GraphQLObjectType> types, int depth) {
    return types.stream()
        .map(type -> "... on %s { %s }".formatted(type.getName(), inside(type, depth)))
        .collect(Collectors.joining(" ", " { __typename ", " }"));
  }

  private String inside(GraphQLObjectType type, int depth) {
    if (isNode(type)) {
      return "id";
    }
    if (depth > DEEPEST) {
      throw new AssertionError("%s has no id and contains itself".formatted(type.getName()));
    }
    return calls(type).entrySet().stream()
        .map(
            call ->
                call.getValue() + of(type.getFieldDefinition(call.getKey()).getType(), depth + 1))
        .collect(Collectors.joining(" "));
  }

  /** How the fields of an object without an id are called, each under a key of its own. */
  Map<String, String> calls(GraphQLObjectType type) {
    Map<String, String> calls = new LinkedHashMap<>();
    for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
      calls.put(
          field.getName(),
          "%s: %s".formatted(key(type, field), variants.base(type.getName(), field)));
    }
    return calls;
  }

  /** Members of a union may have fields of one name and different types. */
  static String key(GraphQLNamedType type, GraphQLFieldDefinition field) {
    return type.getName() + "_" + field.getName();
  }
}
