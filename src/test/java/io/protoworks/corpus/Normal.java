package io.protoworks.corpus;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes an answer down without what differs from run to run: ids become {@code area:1}, in the
 * order in which they come; cursors, moments, hashes and signed addresses likewise.
 */
final class Normal {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> CURSORS =
      Set.of("cursor", "startCursor", "endCursor", "eventCursor");
  private static final Pattern GLOBAL_ID =
      Pattern.compile("\\b([a-z]+(?:_[a-z]+)*)_([0-7][0-9a-hjkmnp-tv-z]{25})\\b");
  private static final Pattern UUID =
      Pattern.compile("\\b\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\b");
  private static final Pattern HASH = Pattern.compile("\\b\\p{XDigit}{64}\\b");
  private static final Pattern MOMENT =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d)?(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)");
  private static final Pattern SIGNED = Pattern.compile("^/[^ ]*[?/][^ ]{40,}$");

  private final String mark;
  private final Map<String, Map<String, Integer>> seen = new HashMap<>();

  /**
   * For one answer.
   *
   * @param mark what the names of everything of the tenant contain
   */
  Normal(String mark) {
    this.mark = mark;
  }

  JsonNode of(JsonNode node) {
    return of("", node);
  }

  private JsonNode of(String key, JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = JSON.createObjectNode();
      node.properties()
          .forEach(field -> object.set(field.getKey(), of(field.getKey(), field.getValue())));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JSON.createArrayNode();
      node.forEach(element -> array.add(of(key, element)));
      return array;
    }
    return node.isString() ? JSON.getNodeFactory().stringNode(text(key, node.asString())) : node;
  }

  private String text(String key, String text) {
    if (CURSORS.contains(key)) {
      return numbered("cursor", text);
    }
    String normal = SIGNED.matcher(text).replaceAll("‹address›");
    normal = GLOBAL_ID.matcher(normal).replaceAll(id -> numbered(id.group(1), id.group()));
    normal = UUID.matcher(normal).replaceAll(id -> numbered("uuid", id.group()));
    normal = HASH.matcher(normal).replaceAll(hash -> numbered("hash", hash.group()));
    normal = MOMENT.matcher(normal).replaceAll("‹moment›");
    return normal.replace(mark, "MARK").replace(mark.toLowerCase(Locale.ROOT), "mark");
  }

  private String numbered(String kind, String value) {
    Map<String, Integer> known = seen.computeIfAbsent(kind, any -> new HashMap<>());
    known.putIfAbsent(value, known.size() + 1);
    return kind + ":" + known.get(value);
  }
}
