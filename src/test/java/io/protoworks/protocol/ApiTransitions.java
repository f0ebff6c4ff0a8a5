package io.protoworks.protocol;

import static io.protoworks.identity.CompanyType.COMISSIONADORA;
import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static io.protoworks.identity.CompanyType.MONTADORA;
import static io.protoworks.identity.UserRole.ENGINEERING;
import static io.protoworks.identity.UserRole.MANAGER;
import static io.protoworks.identity.UserRole.TECHNICIAN;

import io.protoworks.platform.TypeId;
import io.protoworks.template.ItemType;
import io.protoworks.testing.Api;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What clients do: GraphQL over HTTP, each with a token. */
final class ApiTransitions implements TransitionPlayer {
  private static final String CHANGED =
      "errors { __typename message } protocol { id version status }";

  private final Api api;
  private final Play.Cast cast;

  ApiTransitions(Api api, Play.Cast cast) {
    this.api = api;
    this.cast = cast;
  }

  @Override
  public void take(Step step, Subject subject) {
    switch (step) {
      case RELEASE -> change(step, "releaseProtocol", subject);
      case FILL ->
          ask(
              step,
              "fillItems",
              CHANGED + " results { errors { message } }",
              Map.of(
                  "protocolId", protocolId(subject.id()),
                  "items", subject.items().stream().map(ApiTransitions::fill).toList()));
      case SUBMIT -> change(step, "submitProtocol", subject);
      case APPROVE -> change(step, "approveProtocol", subject);
      case APPROVE_ITEMS ->
          ask(
              step,
              "approveItems",
              "errors { __typename message } items { id approvalStatus }",
              Map.of(
                  "protocolId", protocolId(subject.id()),
                  "itemIds", subject.items().stream().map(item -> itemId(item.id())).toList()));
      case VALIDATE -> change(step, "validateProtocol", subject);
      case FINALIZE -> change(step, "finalizeProtocol", subject);
    }
  }

  private void change(Step step, String mutation, Subject subject) {
    ask(
        step,
        mutation,
        CHANGED,
        Map.of("id", protocolId(subject.id()), "expectedVersion", step.expectedVersion()));
  }

  private void ask(Step step, String mutation, String selection, Map<String, Object> input) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
    JsonNode answer =
        api.ask(
            token(step),
            "mutation($input: %sInput!) { %s(input: $input) { %s } }"
                .formatted(type, mutation, selection),
            Map.of("input", input));
    if (answer.has("errors") || !answer.path("data").path(mutation).path("errors").isEmpty()) {
      throw new IllegalStateException(answer.toString());
    }
  }

  private String token(Step step) {
    return switch (step) {
      case FILL, SUBMIT -> cast.person(MONTADORA, TECHNICIAN).token();
      case APPROVE -> cast.person(MONTADORA, MANAGER).token();
      case RELEASE, APPROVE_ITEMS, VALIDATE -> cast.person(GERENCIADORA, ENGINEERING).token();
      case FINALIZE -> cast.person(COMISSIONADORA, MANAGER).token();
    };
  }

  private static Map<String, Object> fill(SubjectItem item) {
    return Map.of("id", itemId(item.id()), "expectedVersion", 1, "value", value(item.type()));
  }

  private static Map<String, Object> value(ItemType type) {
    return switch (type) {
      case NUMBER -> Map.of("number", Map.of("number", "12.5"));
      case TEXT_SINGLE -> Map.of("textSingle", Map.of("text", "As found"));
      case TEXT_MULTI -> Map.of("textMulti", Map.of("text", "As found"));
      case DATE -> Map.of("date", Map.of("date", "2026-01-31"));
      default -> Map.of("checkbox", Map.of("result", "OK"));
    };
  }

  private static String protocolId(UUID id) {
    return new TypeId("protocol", id).toString();
  }

  private static String itemId(UUID id) {
    return new TypeId("protocol_item", id).toString();
  }
}
