package io.protoworks.platform;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  /** What is wrong with a member, by its path from the object that was read. */
  public record Problem(String path, String message) {}

  private final JsonNode node;
  private final String path;
  private final List<Problem> problems;
  private final Set<String> asked = new HashSet<>();

  private JsonObject(JsonNode node, String path, List<Problem> problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  /** Reads an object's text; of what is no object, no member is there, which is a problem. */
  public static JsonObject parse(String text) {
    List<Problem> problems = new ArrayList<>();
    JsonNode node;
    try {
      node = MAPPER.readTree(text);
    } catch (JacksonException malformed) {
      problems.add(new Problem("", "This is no JSON."));
      node = MAPPER.createObjectNode();
    }
    if (!node.isObject()) {
      problems.add(new Problem("", "This must be an object."));
      node = MAPPER.createObjectNode();
    }
    return new JsonObject(node, "", problems);
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
    return read(name, JsonNode::isBoolean, JsonNode::booleanValue, "This must be true or false.");
  }

  public boolean bool(String name, boolean absent) {
    Boolean value = bool(name);
    return value == null ? absent : value;
  }

  public @Nullable Integer integer(String name) {
    return read(
        name,
        value -> value.isIntegralNumber() && value.canConvertToInt(),
        JsonNode::intValue,
        "This must be a whole number.");
  }

  public int integer(String name, int absent) {
    Integer value = integer(name);
    return value == null ? absent : value;
  }

  /** A number, or its digits as a text. */
  public @Nullable BigDecimal decimal(String name) {
    JsonNode value = member(name);
    if (value == null) {
      return null;
    }
    String digits = value.isNumber() ? value.decimalValue().toPlainString() : value.asString("");
    if (!(value.isNumber() || value.isString()) || !Decimals.isDecimal(digits)) {
      problem(name, Decimals.NOT_A_DECIMAL);
      return null;
    }
    return new BigDecimal(digits);
  }

  public @Nullable String text(String name) {
    return read(name, JsonNode::isString, JsonNode::stringValue, "This must be a text.");
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
    String text = text(name);
    return text == null ? null : constant(name, text, type);
  }

  public <E extends Enum<E>> E constant(String name, Class<E> type, E absent) {
    E value = constant(name, type);
    return value == null ? absent : value;
  }

  private <E extends Enum<E>> @Nullable E constant(String name, String text, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    problem(
        name,
        "This must be one of %s."
            .formatted(List.of(type.getEnumConstants()).toString().replaceAll("[\\[\\]]", "")));
    return null;
  }

  public @Nullable List<String> texts(String name) {
    return list(name, JsonNode::isString, JsonNode::stringValue, "texts");
  }

  public <E extends Enum<E>> @Nullable List<E> constants(String name, Class<E> type) {
    List<String> texts = texts(name);
    return texts == null
        ? null
        : texts.stream()
            .<@Nullable E>map(text -> constant(name, text, type))
            .filter(java.util.Objects::nonNull)
            .toList();
  }

  /** An object, read by a function; null when there is none. */
  public <T> @Nullable T object(String name, Function<JsonObject, T> reader) {
    JsonNode value = member(name);
    if (value == null) {
      return null;
    }
    if (!value.isObject()) {
      problem(name, "This must be an object.");
      return null;
    }
    return read(value, pathOf(name), reader);
  }

  /** Objects, each read by a function; null when there is no list. */
  public <T> @Nullable List<T> objects(String name, Function<JsonObject, T> reader) {
    JsonNode value = member(name);
    if (value == null) {
      return null;
    }
    if (!value.isArray()) {
      problem(name, "This must be a list of objects.");
      return null;
    }
    List<T> objects = new ArrayList<>();
    int index = 0;
    for (JsonNode element : value) {
      String place = "%s[%d]".formatted(pathOf(name), index++);
      if (element.isObject()) {
        objects.add(read(element, place, reader));
      } else {
        problems.add(new Problem(place, "This must be an object."));
      }
    }
    return objects;
  }

  private <T> T read(JsonNode value, String place, Function<JsonObject, T> reader) {
    JsonObject object = new JsonObject(value, place, problems);
    T result = reader.apply(object);
    object.end();
    return result;
  }

  private <T> @Nullable List<T> list(
      String name, Function<JsonNode, Boolean> isFit, Function<JsonNode, T> reader, String noun) {
    JsonNode value = member(name);
    if (value == null) {
      return null;
    }
    if (!value.isArray() || !value.valueStream().allMatch(isFit::apply)) {
      problem(name, "This must be a list of %s.".formatted(noun).toLowerCase(Locale.ROOT));
      return null;
    }
    return value.valueStream().map(reader).toList();
  }

  private <T> @Nullable T read(
      String name,
      Function<JsonNode, Boolean> isFit,
      Function<JsonNode, T> reader,
      String message) {
    JsonNode value = member(name);
    if (value == null) {
      return null;
    }
    if (!isFit.apply(value)) {
      problem(name, message);
      return null;
    }
    return reader.apply(value);
  }

  private @Nullable JsonNode member(String name) {
    asked.add(name);
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private void problem(String name, String message) {
    problems.add(new Problem(pathOf(name), message));
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
