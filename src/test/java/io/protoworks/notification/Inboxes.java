package io.protoworks.notification;

import static io.protoworks.plant.Plants.globalId;

import io.protoworks.identity.People.SignedIn;
import io.protoworks.platform.Viewer;
import io.protoworks.testing.Api;
import io.protoworks.testing.Fixture;
import io.protoworks.testing.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What people are told, as they read it through the API. */
@Fixture
class Inboxes {
  private static final String FIELDS = "id cursor type event state comment readAt";

  private final Api api;
  private final NotificationMaker maker;
  private final JdbcClient database;
  private final TransactionTemplate transaction;

  Inboxes(Api api, NotificationMaker maker, JdbcClient database, TransactionTemplate transaction) {
    this.api = api;
    this.maker = maker;
    this.database = database;
    this.transaction = transaction;
  }

  /** A notification as a client was told it. */
  record Told(String id, String cursor, String type, String event, String comment, String readAt) {
    static Told of(JsonNode node) {
      return new Told(
          node.path("id").asString(),
          node.path("cursor").asString(),
          node.path("type").asString(),
          node.path("event").asString(),
          node.path("comment").asString(""),
          node.path("readAt").asString(""));
    }

    @Override
    public String toString() {
      return "%s %s".formatted(type, event);
    }
  }

  /** Has made what the server makes a little later, so that a test need not wait. */
  void make(UUID projectId) {
    maker.make(projectId);
  }

  /** Does something of which nothing is made until it is over; and then something else. */
  void holding(UUID projectId, Runnable work, Runnable then) {
    transaction.executeWithoutResult(
        status -> {
          database
              .sql(
                  """
                  insert into notification.notification_positions as known (project_id, sequence) values (?, 0)
                  on conflict (project_id) do update set sequence = known.sequence
                  """)
              .param(projectId)
              .update();
          CompletableFuture.runAsync(work, Thread::startVirtualThread).join();
          then.run();
        });
  }

  /** Writes events in which somebody is called by name, after all that happened in a project. */
  void callByName(SignedIn person, UUID projectId, int count) {
    database
        .sql(
            """
            insert into platform.events (
              project_id, sequence, occurred_at, type, entity_type, entity_id, user_id, state, comment)
            select :project, last.sequence + number, now() - interval '1 minute', 'gate.closed', 'Gate', gen_random_uuid(), :system, 'CLOSED',
                   number || '. See @' || :email::text
              from generate_series(1, :count) as number,
                   (select coalesce(max(event.sequence), 0) as sequence
                      from platform.events event
                     where event.project_id = :project) last
            """)
        .param("project", projectId)
        .param("system", Viewer.SYSTEM_USER)
        .param("email", person.email())
        .param("count", count)
        .update();
  }

  /** What concerns somebody of all that happened in a project until now, the oldest first. */
  List<Told> of(SignedIn person, UUID projectId) {
    make(projectId);
    return list(person, "projectIds: [\"%s\"]".formatted(globalId("project", projectId)));
  }

  List<Told> list(SignedIn person, String filter) {
    JsonNode nodes =
        api.ask(
                person.token(),
                "{ notifications(last: 100, filter: {%s}) { nodes { %s } } }"
                    .formatted(filter, FIELDS))
            .at("/data/notifications/nodes");
    List<Told> told = new ArrayList<>(told(nodes));
    return told.reversed();
  }

  static List<Told> told(JsonNode nodes) {
    return StreamSupport.stream(nodes.spliterator(), false).map(Told::of).toList();
  }

  /** The same in short, and marks all as read, so that the next look shows what came since. */
  List<String> news(SignedIn person, UUID projectId) {
    make(projectId);
    List<String> news = list(person, "unread: true").stream().map(Told::toString).toList();
    does(person, "markAllNotificationsRead", "marked", Map.of());
    return news;
  }

  int unread(SignedIn person) {
    return api.ask(person.token(), "{ unreadNotifications }")
        .at("/data/unreadNotifications")
        .asInt();
  }

  /** The payload of a mutation, refused or not. */
  JsonNode does(SignedIn person, String mutation, String selection, Map<String, Object> input) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
    return api.ask(
            person.token(),
            "mutation($input: %sInput!) { %s(input: $input) { %s errors { code path } } }"
                .formatted(type, mutation, selection),
            Map.of("input", input))
        .path("data")
        .path(mutation);
  }

  Socket follow(SignedIn person, String arguments) {
    Socket socket = Socket.openAs(api, person.token());
    socket.subscribe("1", "subscription { notifications%s { %s } }".formatted(arguments, FIELDS));
    return socket;
  }

  static Told next(Socket socket) {
    JsonNode message = socket.next();
    JsonNode told = message.at("/payload/data/notifications");
    if (!told.isObject()) {
      throw new AssertionError("no notification: " + message);
    }
    return Told.of(told);
  }
}
