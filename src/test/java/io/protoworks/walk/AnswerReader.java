package io.protoworks.walk;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Reads an answer: finds the objects in it, and writes it down without what differs from one moment
 * to the next.
 */
final class AnswerReader {
  private static final Map<String, String> VOLATILE =
      Map.of("DateTime", "‹moment›", "Url", "‹url›");

  /** Told of every object of an answer. */
  interface Listener {
    /** An object without an id. */
    void value(GraphQLObjectType type);

    /** An object with an id, and the way to it. */
    void object(GraphQLObjectType type, String id, Path path);

    /** A field led to something. */
    void followed(String coordinates);
  }

  private final GraphQLSchema schema;
  private final Selections selections;
  private final Listener listener;

  AnswerReader(GraphQLSchema schema, Selections selections, Listener listener) {
    this.schema = schema;
    this.selections = selections;
    this.listener = listener;
  }

  /** What an answer says, apart from errors; the messages may repeat ids of the samples. */
  static String errors(JsonNode response, Samples samples) {
    return response
        .path("errors")
        .valueStream()
        .map(
            error ->
                " %s: %s"
                    .formatted(
                        error.at("/extensions/code").asString(),
                        samples.mask(error.path("message").asString())))
        .sorted()
        .collect(Collectors.joining());
  }

  /** A field of the object at the end of the path. */
  String read(
      String parentType,
      GraphQLFieldDefinition field,
      JsonNode value,
      Path path,
      String key,
      String call) {
    return read(
        field.getType(), value, new Place(parentType + "." + field.getName(), path, key, call), -1);
  }

  /** Where a value stands: the path to the object whose field it is, and the field. */
  private record Place(String coordinates, Path path, String key, String call) {
    Path to(int index, String type) {
      return path.then(new Path.Step(key, call, index, type));
    }
  }

  private String read(GraphQLType type, JsonNode value, Place place, int index) {
    if (value.isArray()) {
      return IntStream.range(0, value.size())
          .mapToObj(each -> read(type, value.path(each), place, each))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value.isObject() && value.has("__typename")) {
      GraphQLObjectType object = schema.getObjectType(value.path("__typename").asString());
      return object(object, value, place, index);
    }
    if (value.isNull() || value.isMissingNode()) {
      return "null";
    }
    listener.followed(place.coordinates());
    String name = ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(type)).getName();
    return VOLATILE.getOrDefault(name, value.toString());
  }

  private String object(GraphQLObjectType type, JsonNode value, Place place, int index) {
    listener.followed(place.coordinates());
    Path path = place.to(index, type.getName());
    if (Selections.isNode(type)) {
      String id = value.path("id").asString();
      listener.object(type, id, path);
      return id;
    }
    listener.value(type);
    Set<Map.Entry<String, String>> calls = selections.calls(type).entrySet();
    return calls.stream()
        .map(
            call -> {
              GraphQLFieldDefinition field = type.getFieldDefinition(call.getKey());
              String key = Selections.key(type, field);
              return "%s: %s"
                  .formatted(
                      field.getName(),
                      read(type.getName(), field, value.path(key), path, key, call.getValue()));
            })
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
