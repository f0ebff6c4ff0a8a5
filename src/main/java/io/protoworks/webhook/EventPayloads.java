package io.protoworks.webhook;

import graphql.execution.instrumentation.dataloader.DataLoaderDispatchingContextKeys;
import io.protoworks.event.Event;
import io.protoworks.platform.Client;
import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is told of an event, as its endpoint's owner would by asking the graph for it. */
@Component
class EventPayloads {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ObjectProvider<ExecutionGraphQlService> graph;
  private final JsonMapper json;
  private final long largest;

  EventPayloads(
      ObjectProvider<ExecutionGraphQlService> graph,
      JsonMapper json,
      WebhookProperties properties) {
    this.graph = graph;
    this.json = json;
    this.largest = properties.largestPayload().toBytes();
  }

  /** The event can't be told as the endpoint asks for it. */
  static final class UnreadableException extends Exception {
    UnreadableException(String message) {
      super(message);
    }
  }

  /** The body, or null where the owner does not see the event any more. */
  @Nullable String read(WebhookEndpoint endpoint, Viewer owner, Event event)
      throws UnreadableException {
    ExecutionGraphQlResponse response = ask(endpoint.selection(), owner, event.cursor());
    if (!response.getErrors().isEmpty()) {
      throw new UnreadableException(
          "What is told of the event could not be read: "
              + response.getErrors().getFirst().getMessage());
    }
    Object told = response.field("event").getValue();
    if (told == null) {
      return null;
    }
    String body = body(event.type(), event.occurredAt(), told);
    if (body.getBytes(StandardCharsets.UTF_8).length > largest) {
      throw new UnreadableException(
          "What is told of the event is larger than %d KB: select less.".formatted(largest / 1024));
    }
    return body;
  }

  /** The body of a test. */
  String ping(UUID endpointId, OffsetDateTime now) {
    return body(
        WebhookDelivery.PING,
        now,
        Map.of("endpointId", new TypeId("webhook_endpoint", endpointId).toString()));
  }

  private String body(String type, OffsetDateTime timestamp, Object data) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", type);
    body.put("timestamp", timestamp.toInstant().toString());
    body.put("data", data);
    return json.writeValueAsString(body);
  }

  private ExecutionGraphQlResponse ask(String selection, Viewer owner, String cursor)
      throws UnreadableException {
    var request =
        new DefaultExecutionGraphQlRequest(
            EventSelections.query(selection),
            null,
            Map.of("cursor", cursor),
            null,
            UUID.randomUUID().toString(),
            Locale.ENGLISH);
    request.configureExecutionInput(
        (input, builder) -> {
          input.getGraphQLContext().put(Viewer.class, owner);
          input.getGraphQLContext().put(Client.class, owner.client());
          DataLoaderDispatchingContextKeys.setEnableDataLoaderChaining(
              input.getGraphQLContext(), true);
          return input;
        });
    try {
      return Objects.requireNonNull(graph.getObject().execute(request).block(PATIENCE));
    } catch (IllegalStateException tooSlow) {
      throw new UnreadableException("What is told of the event took too long to read.");
    }
  }
}
