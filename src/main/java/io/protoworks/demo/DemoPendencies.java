package io.protoworks.demo;

import io.protoworks.demo.DemoSteps.Protocol;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What people of the demo plant find wrong, mend, and exempt. */
final class DemoPendencies {
  private final DemoPeople people;
  private final DemoSteps steps;

  DemoPendencies(DemoPeople people, DemoSteps steps) {
    this.people = people;
    this.steps = steps;
  }

  /** One that was cleared and found mended. */
  void raiseAndResolve(
      Protocol protocol, String code, String type, String description, LocalDate dueOn) {
    JsonNode raised = raise(protocol, code, type, description, dueOn);
    JsonNode cleared =
        work(
            DemoSteps.technician(protocol.stage()),
            "clear",
            raised,
            Map.of("description", "Mended, and tried again"));
    work(DemoSteps.ENGINEER, "verify", cleared, Map.of());
  }

  /** One that was cleared and waits to be verified. */
  void raiseAndClear(
      Protocol protocol, String code, String type, String description, LocalDate dueOn) {
    JsonNode raised = raise(protocol, code, type, description, dueOn);
    work(
        DemoSteps.technician(protocol.stage()),
        "clear",
        raised,
        Map.of("description", "A new gasket was put in"));
  }

  /** What is wrong at the item of this code. */
  JsonNode raise(Protocol protocol, String code, String type, String description, LocalDate dueOn) {
    String item =
        steps.items(protocol).stream()
            .filter(one -> one.at("/templateItem/code").asString().equals(code))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    return people
        .as("manager@gerenciadora.example")
        .mutate(
            "mutation($input: RaisePendencyInput!) { raisePendency(input: $input)"
                + " { pendency { id version } errors { message } } }",
            Map.of(
                "subject",
                Map.of("protocolItemId", item),
                "type",
                type,
                "description",
                description,
                "dueOn",
                dueOn.toString()))
        .at("/raisePendency/pendency");
  }

  private JsonNode work(String email, String verb, JsonNode pendency, Map<String, Object> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("id", pendency.path("id").asString());
    input.put("expectedVersion", pendency.path("version").asInt());
    String mutation = verb + "Pendency";
    return people
        .as(email)
        .mutate(
            "mutation($input: %sPendencyInput!) { %s(input: $input) { pendency { id version } errors { message } } }"
                .formatted(Character.toUpperCase(verb.charAt(0)) + verb.substring(1), mutation),
            input)
        .path(mutation)
        .path("pendency");
  }

  /** Exempts an equipment from a stage, signed. */
  void waive(String equipment, String stage, String reason) {
    people
        .as(DemoSteps.ENGINEER)
        .mutate(
            "mutation($input: WaiveEquipmentsInput!) { waiveEquipments(input: $input) { errors { message } } }",
            Map.of("stage", stage, "equipmentIds", List.of(equipment), "reason", reason));
  }
}
