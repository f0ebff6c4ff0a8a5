package io.protoworks.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The steps that people of the demo plant take with protocols, each by whoever may take it. */
final class DemoSteps {
  static final String ENGINEER = "engineering@gerenciadora.example";
  private static final String CLIENT = "client@cliente.example";
  private static final String REASON = "As was seen at the walk-down";

  private final DemoPeople people;
  private final LocalDate today;

  DemoSteps(DemoPeople people, LocalDate today) {
    this.people = people;
    this.today = today;
  }

  /** A protocol, as the last answer told it. */
  record Protocol(String id, int version, String stage) {
    static Protocol of(JsonNode node) {
      return new Protocol(
          node.path("id").asString(), node.path("version").asInt(), node.path("stage").asString());
    }
  }

  static String technician(String stage) {
    return "technician@%s.example".formatted(executor(stage));
  }

  private static String manager(String stage) {
    return "manager@%s.example".formatted(executor(stage));
  }

  private static String executor(String stage) {
    return stage.equals("C1") ? "montadora" : "comissionadora";
  }

  private static String finalizer(String stage) {
    return stage.equals("C1") ? "manager@comissionadora.example" : CLIENT;
  }

  Protocol create(String template, String executor, String equipment, LocalDate dueOn) {
    return Protocol.of(
        people
            .as(ENGINEER)
            .mutate(
                "mutation($input: CreateProtocolInput!) { createProtocol(input: $input)"
                    + " { protocol { id version stage } errors { message } } }",
                Map.of(
                    "templateId",
                    template,
                    "equipmentIds",
                    List.of(equipment),
                    "executorCompanyId",
                    executor,
                    "dueOn",
                    dueOn.toString()))
            .at("/createProtocol/protocol"));
  }

  Protocol release(Protocol protocol) {
    return step(ENGINEER, "release", protocol, Map.of());
  }

  Protocol submit(Protocol protocol) {
    return step(technician(protocol.stage()), "submit", protocol, Map.of());
  }

  Protocol approve(Protocol protocol) {
    return step(manager(protocol.stage()), "approve", protocol, Map.of());
  }

  /** Approves every item, and signs for the management. */
  Protocol validate(Protocol protocol) {
    List<String> items = items(protocol).stream().map(item -> item.path("id").asString()).toList();
    people
        .as(ENGINEER)
        .mutate(
            "mutation($input: ApproveItemsInput!) { approveItems(input: $input) { errors { message } } }",
            Map.of("protocolId", protocol.id(), "itemIds", items));
    return step(ENGINEER, "validate", protocol, Map.of());
  }

  Protocol finish(Protocol protocol) {
    return step(finalizer(protocol.stage()), "finalize", protocol, Map.of());
  }

  /** The management rejects it for its first item. */
  Protocol reject(Protocol protocol) {
    people
        .as(ENGINEER)
        .mutate(
            "mutation($input: RejectItemsInput!) { rejectItems(input: $input) { errors { message } } }",
            Map.of(
                "protocolId",
                protocol.id(),
                "itemIds",
                List.of(items(protocol).getFirst().path("id").asString()),
                "note",
                "The support is not as drawn"));
    return step(ENGINEER, "reject", protocol, Map.of("reason", REASON));
  }

  Protocol cancel(Protocol protocol) {
    return step(ENGINEER, "cancel", protocol, Map.of("reason", "It is tested by its supplier"));
  }

  Protocol reopen(Protocol protocol) {
    return step(CLIENT, "reopen", protocol, Map.of("reason", REASON));
  }

  Protocol resume(Protocol protocol) {
    return step(technician(protocol.stage()), "resume", protocol, Map.of());
  }

  private Protocol step(String email, String verb, Protocol protocol, Map<String, Object> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("id", protocol.id());
    input.put("expectedVersion", look(protocol).version());
    String mutation = verb + "Protocol";
    return Protocol.of(
        people
            .as(email)
            .mutate(
                "mutation($input: %sProtocolInput!) { %s(input: $input) { protocol { id version stage } errors { message } } }"
                    .formatted(Character.toUpperCase(verb.charAt(0)) + verb.substring(1), mutation),
                input)
            .path(mutation)
            .path("protocol"));
  }

  /** Approvals of items count in the version, too. */
  private Protocol look(Protocol protocol) {
    return Protocol.of(
        people
            .as(ENGINEER)
            .run(
                "query($id: ID!) { node(id: $id) { ... on Protocol { id version stage } } }",
                Map.of("id", protocol.id()))
            .path("node"));
  }

  /** The items, in their order. */
  List<JsonNode> items(Protocol protocol) {
    return people
        .as(ENGINEER)
        .run(
            "query($id: ID!) { node(id: $id) { ... on Protocol {"
                + " items { id version itemType templateItem { code } } } } }",
            Map.of("id", protocol.id()))
        .at("/node/items")
        .valueStream()
        .toList();
  }

  /** Gives every item a value that passes. */
  Protocol fill(Protocol protocol) throws IOException {
    return fill(protocol, null);
  }

  /** Finds the item of this code not in order; all others pass. */
  Protocol fillBut(Protocol protocol, String failing) throws IOException {
    return fill(protocol, failing);
  }

  private Protocol fill(Protocol protocol, @Nullable String failing) throws IOException {
    DemoClient technician = people.as(technician(protocol.stage()));
    List<JsonNode> items = items(protocol);
    DemoValues given = new DemoValues(technician, protocol.id(), today);
    List<Map<String, Object>> values = new ArrayList<>();
    for (JsonNode item : items) {
      boolean fails = item.at("/templateItem/code").asString().equals(failing);
      values.add(
          Map.of(
              "id", item.path("id").asString(),
              "expectedVersion", item.path("version").asInt(),
              "value", given.value(item, fails)));
    }
    JsonNode filled =
        technician.mutate(
            "mutation($input: FillItemsInput!) { fillItems(input: $input)"
                + " { results { errors { message } } errors { message } } }",
            Map.of("protocolId", protocol.id(), "items", values));
    filled
        .at("/fillItems/results")
        .valueStream()
        .map(result -> result.path("errors"))
        .filter(errors -> !errors.isEmpty())
        .findFirst()
        .ifPresent(
            errors -> {
              throw new IllegalStateException("A value of the demo plant was refused: " + errors);
            });
    return look(protocol);
  }
}
