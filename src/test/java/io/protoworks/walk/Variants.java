package io.protoworks.walk;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ways to call a field: with what it needs, and then with each optional argument, each value of
 * an enum, each field of a filter alone.
 */
public final class Variants {
  private static final Set<String> PAGING = Set.of("first", "after", "last", "before");

  /** One way to call a field; the label is the same whatever the samples are. */
  public record Variant(String label, String call) {}

  /** One value of an argument. */
  record Value(String label, String literal) {}

  private final Samples samples;

  public Variants(Samples samples) {
    this.samples = samples;
  }

  /** A field with what it needs, in the first way that there is. */
  String base(String parentType, GraphQLFieldDefinition field) {
    return of(parentType, field).getFirst().call();
  }

  /** All ways; none where an id is needed and there is none. */
  public List<Variant> of(String parentType, GraphQLFieldDefinition field) {
    List<String> paging = field.getArgument("first") == null ? List.of() : List.of("first: 100");
    List<List<Value>> needed = new ArrayList<>(List.of(List.of()));
    for (GraphQLArgument argument : field.getArguments()) {
      if (isNeeded(argument.getType(), argument.hasSetDefaultValue())) {
        needed = product(needed, values(parentType, field, argument));
      }
    }
    List<Variant> variants = new ArrayList<>();
    for (List<Value> base : needed) {
      variants.add(variant(field, base, paging));
      for (GraphQLArgument argument : field.getArguments()) {
        if (!isNeeded(argument.getType(), argument.hasSetDefaultValue())
            && !PAGING.contains(argument.getName())) {
          values(parentType, field, argument)
              .forEach(value -> variants.add(variant(field, with(base, value), paging)));
        }
      }
    }
    return variants;
  }

  private static boolean isNeeded(GraphQLType type, boolean hasDefault) {
    return GraphQLTypeUtil.isNonNull(type) && !hasDefault;
  }

  private static Variant variant(
      GraphQLFieldDefinition field, List<Value> values, List<String> paging) {
    String arguments =
        Stream.concat(values.stream().map(Value::literal), paging.stream())
            .collect(Collectors.joining(", "));
    return new Variant(
        field.getName() + values.stream().map(Value::label).toList(),
        arguments.isEmpty() ? field.getName() : "%s(%s)".formatted(field.getName(), arguments));
  }

  private List<Value> values(
      String parentType, GraphQLFieldDefinition field, GraphQLArgument argument) {
    String place = "%s.%s(%s)".formatted(parentType, field.getName(), argument.getName());
    return values(place, argument.getType()).stream()
        .map(value -> named(argument.getName(), value))
        .toList();
  }

  private static Value named(String name, Value value) {
    return new Value(
        "%s: %s".formatted(name, value.label()), "%s: %s".formatted(name, value.literal()));
  }

  /** The values to try in a place. */
  private List<Value> values(String place, GraphQLType type) {
    return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
      case GraphQLList list ->
          values(place, list.getWrappedType()).stream()
              .map(value -> new Value("[" + value.label() + "]", "[" + value.literal() + "]"))
              .toList();
      case GraphQLEnumType several ->
          several.getValues().stream()
              .map(GraphQLEnumValueDefinition::getName)
              .map(name -> new Value(name, name))
              .toList();
      case GraphQLInputObjectType input -> inputs(input);
      case GraphQLNamedType scalar -> scalars(place, scalar.getName());
      default -> throw new AssertionError("unknown kind of input " + type);
    };
  }

  private List<Value> scalars(String place, String scalar) {
    return switch (scalar) {
      case "ID" ->
          samples.types(place).stream()
              .map(noun -> new Value("‹" + noun + "›", quoted(samples.id(noun))))
              .toList();
      case "String" -> List.of(new Value("‹text›", quoted(samples.text().apply(place))));
      default -> List.of(new Value(scalar, scalar(scalar)));
    };
  }

  /** A value of a scalar that says nothing. */
  static String scalar(String name) {
    return switch (name) {
      case "Boolean" -> "true";
      case "Int", "Long", "Float" -> "1";
      case "DateTime" -> "\"2020-01-01T00:00:00Z\"";
      case "Date" -> "\"2026-02-03\"";
      case "Url" -> "\"https://example.org/\"";
      case "JSON" -> "{}";
      default -> throw new AssertionError("teach Variants a value of the scalar " + name);
    };
  }

  /** An input with what it needs, then with each other field alone. */
  private List<Value> inputs(GraphQLInputObjectType input) {
    List<List<Value>> needed = new ArrayList<>(List.of(List.of()));
    for (GraphQLInputObjectField field : input.getFields()) {
      if (isNeeded(field.getType(), field.hasSetDefaultValue())) {
        needed = product(needed, field(input, field).stream().limit(1).toList());
      }
    }
    List<Value> values = new ArrayList<>();
    for (List<Value> base : needed) {
      values.add(object(base));
      for (GraphQLInputObjectField field : input.getFields()) {
        if (!isNeeded(field.getType(), field.hasSetDefaultValue())) {
          field(input, field).forEach(value -> values.add(object(with(base, value))));
        }
      }
    }
    return values;
  }

  private List<Value> field(GraphQLInputObjectType input, GraphQLInputObjectField field) {
    return values(input.getName() + "." + field.getName(), field.getType()).stream()
        .map(value -> named(field.getName(), value))
        .toList();
  }

  private static Value object(List<Value> fields) {
    return new Value(
        fields.stream().map(Value::label).collect(Collectors.joining(", ", "{", "}")),
        fields.stream().map(Value::literal).collect(Collectors.joining(", ", "{", "}")));
  }

  private static List<List<Value>> product(List<List<Value>> lists, List<Value> values) {
    return lists.stream().flatMap(list -> values.stream().map(value -> with(list, value))).toList();
  }

  private static List<Value> with(List<Value> values, Value value) {
    List<Value> longer = new ArrayList<>(values);
    longer.add(value);
    return longer;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
