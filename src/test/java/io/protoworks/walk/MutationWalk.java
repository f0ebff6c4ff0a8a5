package io.protoworks.walk;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Every mutation, once for each id that its input can name: that id is what is tried, everything
 * else is the caller's own or valid.
 */
public final class MutationWalk {
  /**
   * What the walk fills inputs with.
   *
   * @param own ids of the caller's own, of each type
   * @param text the text for a place, {@code CreateAreaInput.code}
   * @param version the version of one of the caller's own objects
   */
  public record Inputs(
      Samples own, Function<String, String> text, Function<String, String> version) {}

  /** A mutation that names an id of a type in one place of its input. */
  public record Attempt(
      String label, String noun, GraphQLFieldDefinition field, Function<String, String> call) {}

  /** One field of an input, or an argument of a mutation. */
  private record Slot(String name, String place, GraphQLType type, boolean isNeeded) {}

  private final GraphQLSchema schema;
  private final Inputs inputs;
  private final Selections selections;
  private final AnswerReader reader;

  public MutationWalk(GraphQLSchema schema, Inputs inputs) {
    this.schema = schema;
    this.inputs = inputs;
    selections = new Selections(schema, new Variants(inputs.own()));
    reader = new AnswerReader(schema, selections, new Unheard());
  }

  public List<Attempt> attempts() {
    List<Attempt> attempts = new ArrayList<>();
    for (GraphQLFieldDefinition field : schema.getMutationType().getFieldDefinitions()) {
      List<Slot> slots = arguments(field);
      idPlaces(slots)
          .forEach(
              (way, noun) ->
                  attempts.add(
                      new Attempt(
                          "%s %s ‹%s›".formatted(field.getName(), String.join(".", way), noun),
                          noun,
                          field,
                          id -> "%s(%s)".formatted(field.getName(), fields(slots, way, id)))));
    }
    return attempts;
  }

  /** What is answered when the id is this one. */
  public String answer(Attempt attempt, String id, Function<String, JsonNode> asking) {
    String selection = selections.of(attempt.field().getType());
    JsonNode response =
        asking.apply("mutation { m: %s%s }".formatted(attempt.call().apply(id), selection));
    Samples sample = new Samples(Map.of(attempt.noun(), id), place -> "", place -> "");
    return sample.mask(
        reader.read("Mutation", attempt.field(), response.at("/data/m"), Path.ROOT, "m", "")
            + AnswerReader.errors(response, sample));
  }

  private static List<Slot> arguments(GraphQLFieldDefinition field) {
    return field.getArguments().stream().map(argument -> slot(field, argument)).toList();
  }

  private static Slot slot(GraphQLFieldDefinition field, GraphQLArgument argument) {
    return new Slot(
        argument.getName(),
        "Mutation.%s(%s)".formatted(field.getName(), argument.getName()),
        argument.getType(),
        GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue());
  }

  private static List<Slot> fields(GraphQLInputObjectType input) {
    return input.getFields().stream().map(field -> slot(input, field)).toList();
  }

  private static Slot slot(GraphQLInputObjectType input, GraphQLInputObjectField field) {
    return new Slot(
        field.getName(),
        input.getName() + "." + field.getName(),
        field.getType(),
        GraphQLTypeUtil.isNonNull(field.getType()) && !field.hasSetDefaultValue());
  }

  /** The ways to each id, and the type that it is of. */
  private Map<List<String>, String> idPlaces(List<Slot> slots) {
    Map<List<String>, String> places = new LinkedHashMap<>();
    for (Slot slot : slots) {
      GraphQLType type = GraphQLTypeUtil.unwrapAll(slot.type());
      if (name(type).equals("ID")) {
        inputs.own().types(slot.place()).forEach(noun -> places.put(List.of(slot.name()), noun));
      } else if (type instanceof GraphQLInputObjectType input) {
        idPlaces(fields(input)).forEach((way, noun) -> places.put(longer(slot.name(), way), noun));
      }
    }
    return places;
  }

  private static List<String> longer(String first, List<String> rest) {
    List<String> longer = new ArrayList<>(List.of(first));
    longer.addAll(rest);
    return longer;
  }

  /** What is needed, and what lies on the way to the id. */
  private String fields(List<Slot> slots, List<String> way, String id) {
    boolean isOwn = way.isEmpty() || !way.getFirst().equals("id");
    return slots.stream()
        .filter(slot -> slot.isNeeded() || isOn(way, slot))
        .map(
            slot ->
                "%s: %s"
                    .formatted(
                        slot.name(),
                        isOn(way, slot)
                            ? onTheWay(slot.type(), way.subList(1, way.size()), id)
                            : value(slot, slots, isOwn)))
        .collect(Collectors.joining(", "));
  }

  private static boolean isOn(List<String> way, Slot slot) {
    return !way.isEmpty() && way.getFirst().equals(slot.name());
  }

  private String onTheWay(GraphQLType type, List<String> way, String id) {
    return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
      case GraphQLList list -> "[" + onTheWay(list.getWrappedType(), way, id) + "]";
      case GraphQLInputObjectType input -> "{" + fields(fields(input), way, id) + "}";
      default -> '"' + id + '"';
    };
  }

  private String value(Slot slot, List<Slot> slots, boolean isOwn) {
    if (slot.name().equals("expectedVersion")) {
      return slots.stream()
          .filter(other -> isOwn && other.name().equals("id"))
          .map(other -> inputs.version().apply(ownId(other.place())))
          .findFirst()
          .orElse("1");
    }
    return value(slot.place(), slot.type());
  }

  private String ownId(String place) {
    return inputs.own().id(inputs.own().types(place).getFirst());
  }

  private String value(String place, GraphQLType type) {
    return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
      case GraphQLList list -> "[" + value(place, list.getWrappedType()) + "]";
      case GraphQLEnumType several -> several.getValues().getFirst().getName();
      case GraphQLInputObjectType input when input.isOneOf() -> oneOf(fields(input).getFirst());
      case GraphQLInputObjectType input -> "{" + fields(fields(input), List.of(), "") + "}";
      case GraphQLNamedType scalar when scalar.getName().equals("ID") -> '"' + ownId(place) + '"';
      case GraphQLNamedType scalar when scalar.getName().equals("String") ->
          '"' + inputs.text().apply(place) + '"';
      case GraphQLNamedType scalar -> Variants.scalar(scalar.getName());
      default -> throw new AssertionError("unknown kind of input " + type);
    };
  }

  private String oneOf(Slot slot) {
    return "{%s: %s}".formatted(slot.name(), value(slot.place(), slot.type()));
  }

  private static String name(GraphQLType type) {
    return ((GraphQLNamedType) type).getName();
  }
}
