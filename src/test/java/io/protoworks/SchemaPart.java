package io.protoworks;

import graphql.language.EnumTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.protoworks.SchemaFile.Defined;

/** What a definition is to its noun, in the order in which they stand. */
enum SchemaPart {
  OPENING,
  TYPE,
  ENUM,
  FILTER,
  ORDER,
  INPUT,
  PAYLOAD,
  ERROR;

  static SchemaPart of(Defined defined, GraphQLSchema schema) {
    if (defined.isExtension() || SchemaOwners.ROOTS.contains(defined.name())) {
      return OPENING;
    }
    return switch (defined.definition()) {
      case EnumTypeDefinition order ->
          isArgument(schema, order.getName(), "orderBy") ? ORDER : ENUM;
      case InputObjectTypeDefinition filter ->
          isArgument(schema, filter.getName(), "filter") ? FILTER : INPUT;
      case ObjectTypeDefinition payload when payload.getName().endsWith("Payload") -> PAYLOAD;
      case ObjectTypeDefinition error when isUserError(schema, error.getName()) -> ERROR;
      default -> TYPE;
    };
  }

  /** A type opens a noun; the rest of the noun follows in its order. */
  boolean mayFollow(SchemaPart before) {
    return this == TYPE || this == before || (before != OPENING && compareTo(before) > 0);
  }

  private static boolean isUserError(GraphQLSchema schema, String type) {
    return schema.getObjectType(type).getInterfaces().stream()
        .anyMatch(contract -> contract.getName().equals("UserError"));
  }

  private static boolean isArgument(GraphQLSchema schema, String type, String argument) {
    return schema.getAllTypesAsList().stream()
        .filter(GraphQLFieldsContainer.class::isInstance)
        .flatMap(parent -> ((GraphQLFieldsContainer) parent).getFieldDefinitions().stream())
        .flatMap(field -> field.getArguments().stream())
        .filter(known -> known.getName().equals(argument))
        .anyMatch(
            known ->
                ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(known.getType()))
                    .getName()
                    .equals(type));
  }
}
