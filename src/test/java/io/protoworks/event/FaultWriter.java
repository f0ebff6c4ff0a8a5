package io.protoworks.event;

import io.protoworks.platform.TypeId;
import io.protoworks.testing.Api;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Draws protocols up at any node, and keeps in mind which of them were acknowledged. */
final class FaultWriter {
  private static final String CREATE =
      "mutation($input: CreateProtocolInput!) {"
          + " createProtocol(input: $input) { protocol { id } errors { message } } }";

  private final Api api;
  private final FaultyNodes nodes;
  private final String token;
  private final Map<String, Object> draft;
  private final Random random;
  private final List<UUID> acknowledged = new ArrayList<>();
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
      JsonNode id = create();
      if (id.isString()) {
        acknowledged.add(TypeId.parse(id.asString()).uuid());
      } else {
        unknown++;
      }
    }
  }

  /** Nothing when the line broke, or the server could not do it. */
  private JsonNode create() {
    try {
      return api.askAt(nodes.any(random), token, CREATE, Map.of("input", draft))
          .at("/data/createProtocol/protocol/id");
    } catch (java.io.UncheckedIOException broken) {
      return tools.jackson.databind.node.MissingNode.getInstance();
    }
  }

  List<UUID> acknowledged() {
    return acknowledged;
  }

  /** How many may have been done or not. */
  int unknown() {
    return unknown;
  }
}
