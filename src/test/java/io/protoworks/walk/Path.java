package io.protoworks.walk;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The way from a root field to an object: for what a viewer sees through something else, but could
 * not look up.
 */
record Path(List<Step> steps) {
  /**
   * One field on the way.
   *
   * @param field its name
   * @param call its name and arguments
   * @param index which one of a list; negative where there is none
   * @param type the type of the object that it leads to
   */
  record Step(String field, String call, int index, String type) {}

  static final Path ROOT = new Path(List.of());

  Path then(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Path(longer);
  }

  /** A document that asks the object at the end of the way. */
  String asking(String selection) {
    StringBuilder document = new StringBuilder("query {");
    steps.forEach(step -> document.append(" %s { ... on %s {".formatted(step.call(), step.type())));
    return document
        .append(' ')
        .append(selection)
        .append(" } }".repeat(steps.size()))
        .append(" }")
        .toString();
  }

  /** What the answer says of the object at the end of the way. */
  JsonNode follow(JsonNode data) {
    JsonNode object = data;
    for (Step step : steps) {
      object = object.path(step.field());
      object = step.index() < 0 ? object : object.path(step.index());
    }
    return object;
  }
}
