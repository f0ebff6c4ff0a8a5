package io.protoworks.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lists in one cell: texts as {@code red|green}, points as {@code 0%:3.90..4.10; 50%:7.80..}. A
 * backslash takes from the character behind it what it means here.
 */
final class SheetLists {
  private static final char ESCAPE = '\\';
  private static final char BAR = '|';
  private static final char SEMICOLON = ';';
  private static final char COLON = ':';
  private static final String LIMITS = "..";
  private static final Pattern OUTER_BLANKS = Pattern.compile("^[\\s\u00a0]+|[\\s\u00a0]+$");

  private SheetLists() {}

  static List<String> texts(String cell) {
    return split(cell, BAR);
  }

  static String ofTexts(List<?> texts) {
    return texts.stream()
        .map(text -> escape(String.valueOf(text), BAR))
        .collect(Collectors.joining(String.valueOf(BAR)));
  }

  /** Points as the JSON of a config holds them; null where the cell is not written like that. */
  static @Nullable List<Map<String, String>> points(String cell) {
    List<Map<String, String>> points = new ArrayList<>();
    for (String written : split(cell, SEMICOLON)) {
      int name = written.lastIndexOf(COLON);
      int between = written.indexOf(LIMITS, name + 1);
      if (written.isEmpty()) {
        continue;
      }
      if (name < 0 || between < 0) {
        return null;
      }
      Map<String, String> point = new LinkedHashMap<>();
      point.put("point", trim(written.substring(0, name)));
      putIfAny(point, "min", written.substring(name + 1, between));
      putIfAny(point, "max", written.substring(between + LIMITS.length()));
      points.add(point);
    }
    return points;
  }

  private static void putIfAny(Map<String, String> point, String limit, String written) {
    String trimmed = trim(written);
    if (!trimmed.isEmpty()) {
      point.put(limit, trimmed);
    }
  }

  static String ofPoints(List<?> points) {
    return points.stream()
        .map(point -> (Map<?, ?>) point)
        .map(
            point ->
                escape(String.valueOf(point.get("point")), SEMICOLON)
                    + COLON
                    + limit(point.get("min"))
                    + LIMITS
                    + limit(point.get("max")))
        .collect(Collectors.joining(SEMICOLON + " "));
  }

  private static String limit(@Nullable Object limit) {
    return limit == null ? "" : limit.toString();
  }

  private static List<String> split(String cell, char separator) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int index = 0; index < cell.length(); index++) {
      char character = cell.charAt(index);
      if (character == ESCAPE && index + 1 < cell.length()) {
        index++;
        part.append(cell.charAt(index));
      } else if (character == separator) {
        parts.add(trim(part.toString()));
        part.setLength(0);
      } else {
        part.append(character);
      }
    }
    parts.add(trim(part.toString()));
    return parts;
  }

  private static String escape(String text, char separator) {
    String escape = String.valueOf(ESCAPE);
    return text.replace(escape, escape + escape)
        .replace(String.valueOf(separator), escape + separator);
  }

  /** A text of a list has none of these at its ends, see {@link ItemConfigRules}. */
  private static String trim(String text) {
    return OUTER_BLANKS.matcher(text).replaceAll("");
  }
}
