package io.protoworks.webhook;

import static io.protoworks.plant.Plants.globalId;
import static org.awaitility.Awaitility.await;

import io.protoworks.plant.Mutations;
import io.protoworks.testing.Api;
import io.protoworks.testing.Fixture;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.test.tester.GraphQlTester;
import tools.jackson.databind.JsonNode;

/** Keeps endpoints as a client does. */
@Fixture
public class Webhooks {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  static final String ENDPOINT =
      "endpoint { id version url eventTypes selection isActive disabledReason cursor"
          + " signingKeys { kind publicKey expiresAt } }";

  private final Api api;

  Webhooks(Api api) {
    this.api = api;
  }

  /** An endpoint as it was when it was made, with what its receiver knows. */
  public record Made(String token, String id, String secret, String publicKey) {}

  Made create(String token, UUID projectId, String url) {
    return create(token, projectId, url, Map.of());
  }

  public Made create(String token, UUID projectId, String url, Map<String, Object> more) {
    JsonNode payload =
        does(token, "createWebhookEndpoint", "secret " + ENDPOINT, input(projectId, url, more));
    JsonNode endpoint = payload.path("endpoint");
    return new Made(
        token,
        endpoint.path("id").asString(),
        payload.path("secret").asString(),
        endpoint.path("signingKeys").findValuesAsString("publicKey").getLast());
  }

  static Map<String, Object> input(UUID projectId, String url, Map<String, Object> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("projectId", globalId("project", projectId));
    input.put("url", url);
    return input;
  }

  static GraphQlTester.Request<?> ask(
      GraphQlTester caller, String mutation, String selection, Map<String, Object> input) {
    return Mutations.ask(caller, mutation, selection, input);
  }

  /** Has something done that must not be refused, and answers the payload. */
  JsonNode does(String token, String mutation, String selection, Map<String, Object> input) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
    JsonNode answer =
        api.ask(
            token,
            "mutation($input: %sInput!) { %s(input: $input) { %s errors { code message } } }"
                .formatted(type, mutation, selection),
            Map.of("input", input));
    JsonNode payload = answer.path("data").path(mutation);
    if (!payload.isObject() || !payload.path("errors").isEmpty()) {
      throw new AssertionError("%s: %s".formatted(mutation, answer));
    }
    return payload;
  }

  /** Names the endpoint as it is now. */
  Map<String, Object> named(Made endpoint) {
    return named(endpoint, Map.of());
  }

  Map<String, Object> named(Made endpoint, Map<String, Object> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("id", endpoint.id());
    input.put("expectedVersion", look(endpoint).path("version").asInt());
    return input;
  }

  public JsonNode look(Made endpoint) {
    return node(
        endpoint.token(),
        endpoint.id(),
        ENDPOINT.replaceFirst("^endpoint", "... on WebhookEndpoint"));
  }

  private JsonNode node(String token, String id, String selection) {
    return api.ask(
            token,
            "query($id: ID!) { node(id: $id) { %s } }".formatted(selection),
            Map.of("id", id))
        .at("/data/node");
  }

  /** The deliveries, the first one first. */
  List<JsonNode> deliveries(Made endpoint, @Nullable WebhookDeliveryStatus status) {
    JsonNode nodes =
        node(
                endpoint.token(),
                endpoint.id(),
                """
                ... on WebhookEndpoint {
                  deliveries(last: 100%s) {
                    nodes {
                      id messageId eventType status payload attempts nextAttemptAt settledAt cursor replayOf { id }
                      attemptLog { number statusCode error answer durationMs }
                    }
                  }
                }
                """
                    .formatted(status == null ? "" : ", filter: {status: %s}".formatted(status)))
            .at("/deliveries/nodes");
    return nodes.valueStream().toList().reversed();
  }

  /** Waits until the endpoint is as wanted. */
  JsonNode awaitEndpoint(Made endpoint, Predicate<JsonNode> wanted) {
    return await().atMost(PATIENCE).until(() -> look(endpoint), wanted);
  }

  JsonNode awaitDisabled(Made endpoint) {
    return awaitEndpoint(endpoint, state -> !state.path("isActive").asBoolean());
  }

  /** Waits until so many deliveries are settled, and answers all. */
  List<JsonNode> awaitSettled(Made endpoint, int count) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> deliveries(endpoint, null),
            all ->
                all.stream().filter(delivery -> !delivery.path("settledAt").isNull()).count()
                    >= count);
  }
}
