package io.protoworks.event;

import io.protoworks.event.FaultLog.Change;
import io.protoworks.platform.TypeId;
import io.protoworks.testing.Api;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Draws protocols up and releases them at any node, and keeps in mind what of it was acknowledged.
 */
final class FaultWriter {
  static final String CREATED = "protocol.created";
  private static final String RELEASED = "protocol.released";

  private static final String CREATE =
      "mutation($input: CreateProtocolInput!) {"
          + " createProtocol(input: $input) { protocol { id version } errors { message } } }";

  private static final String RELEASE =
      "mutation($input: ReleaseProtocolInput!) {"
          + " releaseProtocol(input: $input) { protocol { id version } errors { message } } }";

  private static final Duration MOST_THOUGHT = Duration.ofMillis(150);

  private final Api api;
  private final FaultyNodes nodes;
  private final String token;
  private final Map<String, Object> draft;
  private final Random random;
  private final List<Change> acknowledged = new ArrayList<>();
  private int unknown;

  FaultWriter(Api api, FaultyNodes nodes, String token, Map<String, Object> draft, long seed) {
    this.api = api;
    this.nodes = nodes;
    this.token = token;
    this.draft = draft;
    random = new Random(seed);
  }

  void writeUntil(Instant end) {
    while (Instant.now().isBefore(end)) {
      JsonNode drawnUp = note(CREATED, ask(CREATE, draft).at("/data/createProtocol/protocol"));
      if (drawnUp.isObject()) {
        note(RELEASED, ask(RELEASE, seen(drawnUp)).at("/data/releaseProtocol/protocol"));
      }
    }
  }

  private static Map<String, Object> seen(JsonNode protocol) {
    return Map.of(
        "id", protocol.path("id").asString(), "expectedVersion", protocol.path("version").asInt());
  }

  private JsonNode note(String type, JsonNode protocol) {
    if (protocol.isObject()) {
      acknowledged.add(new Change(type, TypeId.parse(protocol.path("id").asString()).uuid()));
    } else {
      unknown++;
    }
    return protocol;
  }

  /** Nothing when the line broke, or the server could not do it. */
  private JsonNode ask(String document, Map<String, Object> input) {
    // Webhooks are sent one by one: they would fall ever further behind.
    LockSupport.parkNanos(random.nextLong(MOST_THOUGHT.toNanos()));
    try {
      return api.askAt(nodes.any(random), token, document, Map.of("input", input));
    } catch (UncheckedIOException broken) {
      return MissingNode.getInstance();
    }
  }

  List<Change> acknowledged() {
    return acknowledged;
  }

  /** How many may have been done or not. */
  int unknown() {
    return unknown;
  }
}
