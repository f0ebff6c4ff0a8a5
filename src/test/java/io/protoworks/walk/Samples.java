package io.protoworks.walk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What arguments are filled with: ids by the type that they are of, and texts by their place.
 *
 * @param ids an id of each type
 * @param noun the type that the id of a place is of; empty for one that may be of any
 * @param text the text for a place; fails for a place that nobody taught
 */
public record Samples(
    Map<String, String> ids, Function<String, String> noun, Function<String, String> text) {

  /** The types whose ids belong in a place; none where there is no such object. */
  List<String> types(String place) {
    String type = noun.apply(place);
    if (type.isEmpty()) {
      return List.copyOf(ids.keySet());
    }
    return ids.containsKey(type) ? List.of(type) : List.of();
  }

  public String id(String type) {
    return Objects.requireNonNull(ids.get(type), type);
  }

  /** A message without the ids that were asked for, which it may repeat. */
  public String mask(String message) {
    String masked = message;
    for (Map.Entry<String, String> sample : ids.entrySet()) {
      masked = masked.replace(sample.getValue(), "‹" + sample.getKey() + "›");
    }
    return masked;
  }
}
