package io.protoworks.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The check sheets of the demo plant, one for each stage. */
final class DemoTemplates {
  private final DemoClient client;

  DemoTemplates(DemoClient client) {
    this.client = client;
  }

  private record Sheet(
      String stage, String code, String description, List<Map<String, Object>> items) {}

  private static final List<Sheet> SHEETS =
      List.of(
          new Sheet(
              "C1",
              "MC-01",
              "Mechanical completion",
              List.of(
                  item("1.1", "Is it installed as drawn?", check(false)),
                  item("1.2", "Do nameplate and tag agree?", check(false)))),
          new Sheet(
              "C2",
              "PC-01",
              "Pre-commissioning",
              List.of(
                  item("2.1", "Was it energized without a finding?", check(true)),
                  item(
                      "2.2",
                      "Insulation resistance",
                      Map.of(
                          "number",
                          Map.of(
                              "unit", "MOhm", "decimals", 2, "hardMin", "0", "naAllowed", true))),
                  item(
                      "2.3",
                      "Loop current at 0, 50 and 100 %",
                      Map.of(
                          "numberRange",
                          Map.of(
                              "unit",
                              "mA",
                              "decimals",
                              2,
                              "instrumentRequired",
                              true,
                              "points",
                              List.of(
                                  point("0%", "3.90", "4.10"),
                                  point("50%", "11.90", "12.10"),
                                  point("100%", "19.90", "20.10"))))),
                  optional("2.4", "Photo of the connections", Map.of("photoCapture", Map.of())))),
          new Sheet(
              "C3",
              "CO-01",
              "Commissioning without load",
              List.of(
                  item("3.1", "Does it run without a finding?", check(false)),
                  item(
                      "3.2",
                      "Vibration",
                      Map.of("number", Map.of("unit", "mm/s", "decimals", 1, "hardMin", "0"))),
                  item("3.3", "Day of the run", Map.of("date", Map.of("notFuture", true))))),
          new Sheet(
              "C4",
              "CL-01",
              "Commissioning with load",
              List.of(
                  item("4.1", "Does it carry its load?", check(false)),
                  optional("4.2", "Remarks", Map.of("textMulti", Map.of())))));

  private static Map<String, Object> item(
      String code, String description, Map<String, Object> config) {
    return Map.of("code", code, "description", description, "config", config);
  }

  private static Map<String, Object> optional(
      String code, String description, Map<String, Object> config) {
    Map<String, Object> optional = new LinkedHashMap<>(item(code, description, config));
    optional.put("required", false);
    return optional;
  }

  private static Map<String, Object> check(boolean energization) {
    return Map.of("checkbox", Map.of("energization", energization));
  }

  private static Map<String, Object> point(String point, String min, String max) {
    return Map.of("point", point, "min", min, "max", max);
  }

  /** Makes and publishes those that are missing; answers the ids of all by their stages. */
  Map<String, String> make() {
    String discipline =
        client
            .run("{ disciplines(first: 100) { nodes { id code } } }", Map.of())
            .at("/disciplines/nodes")
            .valueStream()
            .filter(node -> node.path("code").asString().equals("MEC"))
            .map(node -> node.path("id").asString())
            .findFirst()
            .orElseThrow();
    Map<String, String> templates = new LinkedHashMap<>();
    for (Sheet sheet : SHEETS) {
      templates.put(sheet.stage(), make(sheet, discipline));
    }
    return templates;
  }

  private String make(Sheet sheet, String discipline) {
    JsonNode there =
        client
            .run(
                "query($code: String!) { protocolTemplate(code: $code) { id } }",
                Map.of("code", sheet.code()))
            .path("protocolTemplate");
    if (there.isObject()) {
      return there.path("id").asString();
    }
    JsonNode draft =
        client
            .mutate(
                "mutation($input: CreateProtocolTemplateInput!) { createProtocolTemplate(input: $input)"
                    + " { protocolTemplate { id version } errors { message } } }",
                Map.of(
                    "code", sheet.code(),
                    "type", sheet.stage(),
                    "description", sheet.description(),
                    "disciplineId", discipline,
                    "items", sheet.items()))
            .at("/createProtocolTemplate/protocolTemplate");
    client.mutate(
        "mutation($input: PublishProtocolTemplateInput!)"
            + " { publishProtocolTemplate(input: $input) { errors { message } } }",
        Map.of(
            "id", draft.path("id").asString(), "expectedVersion", draft.path("version").asInt()));
    return draft.path("id").asString();
  }
}
