package io.protoworks.platform;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the members of a JSON object one by one, and strictly: a member of another type than asked
 * for, and one that nobody asked for, is a problem with its path. Problems are collected, so that
 * all are told at once; what is read in place of a bad member is its default.
 */
public final class JsonObject {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final String TEXT = "This must be a text.";
  private static final String OBJECT = "This must be an object.";

  private final JsonNode node;
  private final String path;
  private final List<Problem> problems;
  private final Set<String> asked = new HashSet<>();

  private JsonObject(JsonNode node, String path, List<Problem> problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  /**
   * Reads an object's text; of what is no object, no member is there, which is a problem.
   *
   * @param path where the object stands in what a person gave; empty at the top
   */
  public static JsonObject parse(String path, Json json) {
    List<Problem> problems = new ArrayList<>();
    JsonNode node;
    try {
      node = MAPPER.readTree(json.text());
    } catch (JacksonException malformed) {
      problems.add(new Problem(path, "This is no JSON, or an object in it has a field twice."));
      return new JsonObject(MAPPER.createObjectNode(), path, problems);
    }
    if (!node.isObject()) {
      problems.add(new Problem(path, OBJECT));
      node = MAPPER.createObjectNode();
    }
    return new JsonObject(node, path, problems);
  }

  /** All that was wrong so far, with what nobody asked for. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** To be called when all members were read: what is left is a problem. */
  public void end() {
    node.propertyNames().stream()
        .filter(name -> !asked.contains(name))
        .forEach(name -> problem(name, "There is no such field here."));
  }

  public @Nullable Boolean bool(String name) {
    return read(
        name,
        value -> value.isBoolean() ? Boolean.valueOf(value.booleanValue()) : null,
        "This must be true or false.");
  }

  public boolean bool(String name, boolean absent) {
    Boolean value = bool(name);
    return value == null ? absent : value;
  }

  public @Nullable Integer integer(String name) {
    return read(
        name,
        value ->
            value.isIntegralNumber() && value.canConvertToInt()
                ? Integer.valueOf(value.intValue())
                : null,
        "This must be a whole number.");
  }

  public int integer(String name, int absent) {
    Integer value = integer(name);
    return value == null ? absent : value;
  }

  /** The digits of a number, which may be written as a number or as a text. */
  public @Nullable String decimal(String name) {
    return read(name, JsonObject::digits, Decimals.NOT_A_DECIMAL);
  }

  private static @Nullable String digits(JsonNode value) {
    if (value.isNumber()) {
      return Decimals.digits(value.decimalValue());
    }
    String text = string(value);
    return text != null && Decimals.isDecimal(text) ? text : null;
  }

  public @Nullable String text(String name) {
    return read(name, JsonObject::string, TEXT);
  }

  private static @Nullable String string(JsonNode value) {
    return value.isString() ? value.stringValue() : null;
  }

  public @Nullable LocalDate date(String name) {
    String text = text(name);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException malformed) {
      problem(name, "This must be a day, as 2026-02-03.");
      return null;
    }
  }

  public <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
    return read(name, value -> constant(value, type), oneOf(type));
  }

  public <E extends Enum<E>> E constant(String name, Class<E> type, E absent) {
    E value = constant(name, type);
    return value == null ? absent : value;
  }

  private static <E extends Enum<E>> @Nullable E constant(JsonNode value, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (value.isString() && constant.name().equals(value.stringValue())) {
        return constant;
      }
    }
    return null;
  }

  private static String oneOf(Class<? extends Enum<?>> type) {
    return "This must be one of %s."
        .formatted(Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(joining(", ")));
  }

  public @Nullable List<String> texts(String name) {
    return list(name, (value, place) -> fit(value, place, JsonObject::string, TEXT));
  }

  public <E extends Enum<E>> @Nullable List<E> constants(String name, Class<E> type) {
    return list(
        name, (value, place) -> fit(value, place, element -> constant(element, type), oneOf(type)));
  }

  /** An object as it is written; null when there is none. */
  public @Nullable Json json(String name) {
    return read(name, value -> value.isObject() ? new Json(value.toString()) : null, OBJECT);
  }

  /** An object, read by a function; null when there is none. */
  public <T> @Nullable T object(String name, Function<JsonObject, @Nullable T> reader) {
    JsonNode value = member(name);
    return value == null ? null : object(value, pathOf(name), reader);
  }

  /** Objects, each read by a function, which makes null of one that is no use; null for no list. */
  public <T> @Nullable List<T> objects(String name, Function<JsonObject, @Nullable T> reader) {
    return list(name, (value, place) -> object(value, place, reader));
  }

  private <T> @Nullable T object(
      JsonNode value, String place, Function<JsonObject, @Nullable T> reader) {
    if (!value.isObject()) {
      problems.add(new Problem(place, OBJECT));
      return null;
    }
    JsonObject object = new JsonObject(value, place, problems);
    T result = reader.apply(object);
    object.end();
    return result;
  }

  private <T> @Nullable List<T> list(
      String name, BiFunction<JsonNode, String, @Nullable T> element) {
    JsonNode value = member(name);
    if (value == null) {
      return null;
    }
    if (!value.isArray()) {
      problem(name, "This must be a list.");
      return null;
    }
    List<T> elements = new ArrayList<>();
    for (int index = 0; index < value.size(); index++) {
      T read = element.apply(value.get(index), "%s[%d]".formatted(pathOf(name), index));
      if (read != null) {
        elements.add(read);
      }
    }
    return elements;
  }

  private <T> @Nullable T read(
      String name, Function<JsonNode, @Nullable T> reader, String message) {
    JsonNode value = member(name);
    return value == null ? null : fit(value, pathOf(name), reader, message);
  }

  /** What a reader makes of a value; it makes null of one that does not fit. */
  private <T> @Nullable T fit(
      JsonNode value, String place, Function<JsonNode, @Nullable T> reader, String message) {
    T read = reader.apply(value);
    if (read == null) {
      problems.add(new Problem(place, message));
    }
    return read;
  }

  private @Nullable JsonNode member(String name) {
    asked.add(name);
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  /** A member that was read and must be there; one that does not fit was told already. */
  public <T> @Nullable T needed(String name, @Nullable T value) {
    if (value == null && (!node.has(name) || node.get(name).isNull())) {
      problem(name, "This is needed.");
    }
    return value;
  }

  /** Adds a problem of a member that was read. */
  public void problem(String name, String message) {
    problems.add(new Problem(pathOf(name), message));
  }

  /** Where a member stands in what was given. */
  public String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
