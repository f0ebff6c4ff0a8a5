package io.protoworks.event;

import static io.protoworks.plant.Plants.globalId;

import io.protoworks.testing.Api;
import io.protoworks.testing.Fixture;
import io.protoworks.testing.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Follows events as a client does, over a socket. */
@Fixture
public class Feed {
  public static final String FIELDS = "cursor type topic previousState state";

  private final Api api;

  Feed(Api api) {
    this.api = api;
  }

  /** An event as a client was told it. */
  public record Told(String cursor, String type, String previousState, String state) {
    static Told of(JsonNode event) {
      return new Told(
          event.path("cursor").asString(),
          event.path("type").asString(),
          event.path("previousState").asString(""),
          event.path("state").asString());
    }

    @Override
    public String toString() {
      return "%s %s>%s".formatted(type, previousState, state);
    }
  }

  /** Where a project's events end now. */
  public String cursor(String token, UUID projectId) {
    return api.ask(
            token,
            "query($id: ID!) { node(id: $id) { ... on Project { eventCursor } } }",
            Map.of("id", globalId("project", projectId)))
        .at("/data/node/eventCursor")
        .asString();
  }

  public static String subscription(UUID projectId, String arguments) {
    return "subscription { events(projectId: \"%s\"%s) { %s } }"
        .formatted(globalId("project", projectId), arguments, FIELDS);
  }

  /** Subscribes after a cursor; nothing can happen in between that would not be told. */
  public Socket follow(String token, UUID projectId, String cursor, String more) {
    Socket socket = Socket.openAs(api, token);
    socket.subscribe("1", subscription(projectId, ", after: \"%s\" %s".formatted(cursor, more)));
    return socket;
  }

  /** The same at another server. */
  public Socket follow(URI server, String token, UUID projectId, String cursor) {
    Socket socket = Socket.openAs(server, token);
    socket.subscribe("1", subscription(projectId, ", after: \"%s\"".formatted(cursor)));
    return socket;
  }

  /** The next events; anything else that comes fails. */
  public static List<Told> take(Socket socket, int count) {
    List<Told> told = new ArrayList<>();
    while (told.size() < count) {
      JsonNode message = socket.next();
      JsonNode event = message.at("/payload/data/events");
      if (event.isMissingNode() || event.isNull()) {
        throw new AssertionError("no event: " + message);
      }
      told.add(Told.of(event));
    }
    return told;
  }

  /** Events up to one of this type, and no further. */
  public static List<Told> takeUntil(Socket socket, String type) {
    List<Told> told = new ArrayList<>();
    do {
      told.addAll(take(socket, 1));
    } while (!told.getLast().type().equals(type));
    return told;
  }
}
