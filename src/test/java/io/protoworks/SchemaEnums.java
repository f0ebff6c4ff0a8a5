package io.protoworks;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import io.protoworks.SchemaFindings.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Compares an enum of the schema with the one of Java, or with all that implement an interface. */
final class SchemaEnums {
  private SchemaEnums() {}

  static void compare(SchemaFindings findings, GraphQLEnumType type, Class<?> java) {
    if (!findings.isNew(type.getName(), java)) {
      return;
    }
    List<String> schema =
        type.getValues().stream().map(GraphQLEnumValueDefinition::getName).toList();
    if (java.isInterface()
        ? !Set.copyOf(schema).equals(Set.copyOf(names(java)))
        : !java.isEnum() || !schema.equals(names(java))) {
      findings.problem(
          Rule.ENUMS, type.getName(), "is %s, but %s is %s".formatted(schema, java, names(java)));
    }
  }

  private static List<String> names(Class<?> java) {
    if (java.isInterface()) {
      return SchemaBinding.implementing(java).stream()
          .flatMap(each -> names(each).stream())
          .toList();
    }
    return java.isEnum()
        ? Arrays.stream(java.getEnumConstants()).map(value -> ((Enum<?>) value).name()).toList()
        : List.of();
  }
}
