package io.protoworks;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import io.protoworks.SchemaFindings.Rule;
import java.util.Arrays;
import java.util.List;

/** Compares an enum of the schema with the one of Java. */
final class SchemaEnums {
  private SchemaEnums() {}

  static void compare(SchemaFindings findings, GraphQLEnumType type, Class<?> java) {
    if (!findings.isNew(type.getName(), java)) {
      return;
    }
    List<String> schema =
        type.getValues().stream().map(GraphQLEnumValueDefinition::getName).toList();
    if (!java.isEnum() || !schema.equals(names(java))) {
      findings.problem(
          Rule.ENUMS, type.getName(), "is %s, but %s is %s".formatted(schema, java, names(java)));
    }
  }

  private static List<String> names(Class<?> java) {
    return java.isEnum()
        ? Arrays.stream(java.getEnumConstants()).map(value -> ((Enum<?>) value).name()).toList()
        : List.of();
  }
}
