package io.protoworks.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.People.SignedIn;
import io.protoworks.identity.UserRole;
import io.protoworks.notification.Inboxes.Told;
import io.protoworks.plant.Plants;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Api;
import io.protoworks.testing.OtherServer;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever follows their notifications is told each once, and how many are unread. */
@ServerTest
class NotificationFollowingTests {
  private static final ProtocolType C1 = ProtocolType.C1;
  private static final String COUNT = "subscription { unreadNotifications }";

  @Autowired Api api;
  @Autowired Play play;
  @Autowired People people;
  @Autowired Inboxes inboxes;
  @Autowired JdbcClient database;

  private Cast cast;
  private UUID project;
  private UUID template;
  private SignedIn technician;
  private int number;

  @BeforeEach
  void look() {
    cast = play.cast();
    project = cast.site().projectId();
    template = play.template(C1);
    technician = cast.person(CompanyType.MONTADORA, UserRole.TECHNICIAN);
  }

  /** Something that concerns the technician. */
  private void happen() {
    number++;
    cast.release(cast.create(template, C1, cast.equipment("P-" + number)));
  }

  private List<Told> all() {
    return inboxes.of(technician, project);
  }

  @Test
  void whatComesIsToldOnce() {
    happen();
    inboxes.make(project);
    try (Socket socket = inboxes.follow(technician, "")) {
      // Until it follows nothing tells: the count comes when it does.
      socket.subscribe("2", COUNT);
      while (!socket.next().path("id").asString().equals("2")) {
        throw new AssertionError("what came before is no news");
      }
      happen();
      Told told = nextOf(socket, "1");
      assertThat(told.toString()).isEqualTo("PROTOCOL_TURN protocol.released");
      assertThat(all().getLast()).isEqualTo(told);
    }
  }

  /** Passes over what the other subscription of the socket says. */
  private static Told nextOf(Socket socket, String id) {
    while (true) {
      var message = socket.next();
      if (message.path("id").asString().equals(id)) {
        return Told.of(message.at("/payload/data/notifications"));
      }
    }
  }

  /** More than a page, of which the first ones were read before. */
  @Test
  void whoeverResumesMissesNothing() {
    happen();
    Told first = all().getLast();
    inboxes.callByName(technician, project, 350);
    inboxes.make(project);
    List<String> told = new ArrayList<>();
    String cursor = first.cursor();
    while (told.size() < 350) {
      try (Socket socket = inboxes.follow(technician, "(after: \"%s\")".formatted(cursor))) {
        int until = Math.min(350, told.size() + 130);
        while (told.size() < until) {
          Told next = Inboxes.next(socket);
          told.add(next.id());
          cursor = next.cursor();
        }
      }
    }
    assertThat(told).doesNotHaveDuplicates();
    assertThat(told).isEqualTo(idsAfter(1));
    try (Socket socket = inboxes.follow(technician, "(after: \"%s\")".formatted(cursor))) {
      inboxes.callByName(technician, project, 1);
      inboxes.make(project);
      assertThat(Inboxes.next(socket).event()).isEqualTo("gate.closed");
    }
  }

  private List<String> idsAfter(long sequence) {
    return database
        .sql(
            "select id from notification.notifications where user_id = ? and sequence > ?"
                + " order by sequence")
        .params(technician.id(), sequence)
        .query((row, index) -> Plants.globalId("notification", row.getObject(1, UUID.class)))
        .list();
  }

  @Test
  void theFilterNarrowsWhatIsTold() {
    happen();
    Told first = all().getLast();
    try (Socket socket =
        inboxes.follow(
            technician, "(after: \"%s\", filter: {types: [MENTION]})".formatted(first.cursor()))) {
      happen();
      inboxes.callByName(technician, project, 1);
      inboxes.make(project);
      assertThat(Inboxes.next(socket).toString()).isEqualTo("MENTION gate.closed");
    }
  }

  @Test
  void theCountIsTrueAtEachChange() {
    try (Socket socket = Socket.openAs(api, technician.token())) {
      socket.subscribe("1", COUNT);
      assertThat(count(socket)).isZero();
      happen();
      assertThat(count(socket)).isEqualTo(1);
      happen();
      assertThat(count(socket)).isEqualTo(2);
      inboxes.does(
          technician,
          "markNotificationsRead",
          "notifications { id }",
          Map.of("ids", List.of(all().getFirst().id())));
      assertThat(count(socket)).isEqualTo(1);
      inboxes.does(technician, "markAllNotificationsRead", "marked", Map.of());
      assertThat(count(socket)).isZero();
    }
  }

  private static int count(Socket socket) {
    return socket.next().at("/payload/data/unreadNotifications").asInt(-1);
  }

  @Test
  void whatIsKeptNoLongerIsSaid() {
    IntStream.range(0, 3).forEach(index -> happen());
    List<Told> told = all();
    database
        .sql("update notification.inboxes set dropped_sequence = 2 where user_id = ?")
        .param(technician.id())
        .update();
    try (Socket socket =
        inboxes.follow(technician, "(after: \"%s\")".formatted(told.getFirst().cursor()))) {
      assertThat(socket.next().toString()).contains("GONE");
    }
    try (Socket socket =
        inboxes.follow(technician, "(after: \"%s\")".formatted(told.get(1).cursor()))) {
      assertThat(Inboxes.next(socket).id()).isEqualTo(told.getLast().id());
    }
  }

  @Test
  void aCursorOfAnotherUserIsRefused() {
    happen();
    String foreign = all().getLast().cursor();
    for (String wrong : List.of(foreign, "nonsense", "")) {
      try (Socket socket = inboxes.follow(people.stranger(), "(after: \"%s\")".formatted(wrong))) {
        assertThat(socket.next().toString()).contains("BAD_REQUEST");
      }
    }
  }

  /** What is made and marked here is told at another node, by hints alone. */
  @Test
  void theOtherNodeHearsOfIt() throws Exception {
    try (OtherServer server =
            OtherServer.start(
                api,
                "192m",
                "protoworks.notifications.poll=10m",
                "protoworks.access-token.secret=" + ServerTest.ACCESS_TOKEN_SECRET,
                "protoworks.files.folder=target/files/notified");
        Socket there = Socket.openAs(server.uri("/graphql"), technician.token())) {
      there.subscribe("1", COUNT);
      assertThat(count(there)).isZero();
      happen();
      assertThat(count(there)).isEqualTo(1);
      inboxes.does(technician, "markAllNotificationsRead", "marked", Map.of());
      assertThat(count(there)).isZero();
    }
  }
}
