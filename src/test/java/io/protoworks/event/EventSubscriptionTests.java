package io.protoworks.event;

import static io.protoworks.plant.Plants.globalId;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.event.Feed.Told;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What happens is told to whoever follows it, in order, each event once, and from any place on. */
@ServerTest
class EventSubscriptionTests {
  private static final ProtocolType C1 = ProtocolType.C1;

  @Autowired Api api;
  @Autowired Feed feed;
  @Autowired Play play;
  @Autowired People people;
  @Autowired JdbcClient database;

  private Cast cast;
  private UUID project;
  private String client;
  private String begin;

  @BeforeEach
  void look() {
    cast = play.cast();
    project = cast.site().projectId();
    client = cast.person(CompanyType.CLIENTE, UserRole.CLIENT).token();
    begin = feed.cursor(client, project);
  }

  private State drawnUp(String tagId) {
    return cast.create(play.template(C1), C1, cast.equipment(tagId));
  }

  @Test
  void theLifeOfAProtocolIsToldStepByStep() {
    try (Socket socket = feed.follow(client, project, begin, "")) {
      cast.playThrough(C1, drawnUp("P-101"));
      assertThat(Feed.takeUntil(socket, "gate.opened"))
          .extracting(Told::toString)
          .containsExactly(
              "protocol.created >CREATED",
              "protocol.released CREATED>RELEASED",
              "protocol.started RELEASED>IN_PROGRESS",
              "protocol_item.filled UNANSWERED>PASS",
              "protocol.submitted IN_PROGRESS>SUBMITTED",
              "protocol.approved SUBMITTED>APPROVED",
              "protocol_item.approved PASS>PASS",
              "protocol.validated APPROVED>VALIDATED",
              "protocol.finalized VALIDATED>FINALIZED",
              "gate.opened CLOSED>OPEN");
    }
  }

  /** What an event leads to is shown as it is, however often an earlier one led there. */
  @Test
  void eachEventShowsThingsAsTheyAre() {
    try (Socket socket = Socket.openAs(api, client)) {
      socket.subscribe(
          "1",
          "subscription { events(projectId: \"%s\", after: \"%s\") { type protocol { status } entity { ... on Protocol { status } } } }"
              .formatted(globalId("project", project), begin));
      State drawnUp = drawnUp("P-101");
      assertThat(statuses(socket.next())).isEqualTo("protocol.created CREATED CREATED");
      cast.release(drawnUp);
      assertThat(statuses(socket.next())).isEqualTo("protocol.released RELEASED RELEASED");
    }
  }

  private static String statuses(JsonNode message) {
    JsonNode event = message.at("/payload/data/events");
    return "%s %s %s"
        .formatted(
            event.path("type").asString(),
            event.at("/protocol/status").asString(),
            event.at("/entity/status").asString());
  }

  /** Whoever was away is told what happened meanwhile, and then what happens. */
  @Test
  void whoeverResumesMissesNothing() {
    State drawnUp = drawnUp("P-101");
    List<Told> before;
    try (Socket socket = feed.follow(client, project, begin, "")) {
      before = Feed.takeUntil(socket, "protocol.created");
    }
    State filled = cast.fillAll(C1, cast.release(drawnUp));
    try (Socket socket = feed.follow(client, project, before.getLast().cursor(), "")) {
      List<Told> meanwhile = Feed.takeUntil(socket, "protocol_item.filled");
      assertThat(meanwhile)
          .extracting(Told::type)
          .containsExactly("protocol.released", "protocol.started", "protocol_item.filled");
      cast.submit(C1, filled);
      assertThat(Feed.take(socket, 1)).extracting(Told::type).containsExactly("protocol.submitted");
    }
    try (Socket socket = feed.follow(client, project, begin, "")) {
      List<Told> all = new ArrayList<>(before);
      all.addAll(Feed.take(socket, 5).subList(1, 5));
      assertThat(all).doesNotHaveDuplicates().hasSize(5);
    }
  }

  @Test
  void theFilterNarrowsWhatIsTold() {
    State other = drawnUp("P-101");
    State wanted = drawnUp("P-102");
    String subsystem = globalId("subsystem", cast.site().subsystemId());
    for (String filter :
        List.of(
            "topics: [PROTOCOL], types: [\"protocol.released\"], protocolIds: [\"%s\"]"
                .formatted(wanted.id()),
            "types: [\"protocol.released\"], protocolIds: [\"%s\"], subsystemIds: [\"%s\"]"
                .formatted(wanted.id(), subsystem))) {
      try (Socket resumed = feed.follow(client, project, begin, ", filter: {" + filter + "}");
          Socket live =
              feed.follow(
                  client, project, feed.cursor(client, project), ", filter: {" + filter + "}")) {
        if (wanted.status().equals("CREATED")) {
          other = cast.release(other);
          wanted = cast.release(wanted);
          assertThat(Feed.take(live, 1)).extracting(Told::state).containsExactly("RELEASED");
        }
        assertThat(Feed.take(resumed, 1)).extracting(Told::state).containsExactly("RELEASED");
      }
    }
  }

  private JsonNode refusal(String token, String arguments) {
    try (Socket socket = Socket.openAs(api, token)) {
      socket.subscribe("1", Feed.subscription(project, arguments));
      return socket.next();
    }
  }

  @Test
  void aStrangerLearnsNothing() {
    JsonNode refusal = refusal(people.stranger().token(), "");
    assertThat(refusal.toString()).contains("NOT_FOUND");
  }

  @Test
  void nobodyIsAskedToSignIn() {
    try (Socket socket = Socket.open(api)) {
      socket.initialise(java.util.Map.of());
      socket.next();
      socket.subscribe("1", Feed.subscription(project, ""));
      assertThat(socket.next().toString()).contains("UNAUTHENTICATED");
    }
  }

  @Test
  void aCursorOfAnotherProjectIsRefused() {
    Cast elsewhere = play.cast();
    String foreign =
        feed.cursor(
            elsewhere.person(CompanyType.CLIENTE, UserRole.CLIENT).token(),
            elsewhere.site().projectId());
    for (String wrong : List.of(foreign, "nonsense", "")) {
      assertThat(refusal(client, ", after: \"%s\"".formatted(wrong)).toString())
          .contains("BAD_REQUEST");
    }
  }

  /** What came after the cursor was dropped: the reader is told, and what to do. */
  @Test
  void whatIsKeptNoLongerIsSaid() {
    drawnUp("P-101");
    database
        .sql(
            "insert into platform.event_horizons (project_id, sequence)"
                + " select project_id, max(sequence) from platform.events where project_id = ?"
                + " group by project_id")
        .param(project)
        .update();
    assertThat(refusal(client, ", after: \"%s\"".formatted(begin)).toString())
        .contains("GONE", "eventCursor");
    try (Socket socket = feed.follow(client, project, feed.cursor(client, project), "")) {
      drawnUp("P-102");
      assertThat(Feed.take(socket, 1)).extracting(Told::type).containsExactly("protocol.created");
    }
  }

  /** A SUPPLIER is told of protocols that name their company; of the others, and gates, nothing. */
  @Test
  void aSupplierIsToldOfTheirOwn() {
    People.SignedIn supplier = cast.person(CompanyType.FORNECEDOR, UserRole.SUPPLIER);
    try (Socket live = feed.follow(supplier.token(), project, begin, "")) {
      cast.playThrough(C1, drawnUp("P-101"));
      State own = cast.create(play.template(C1), supplier.companyId(), cast.equipment("P-102"));
      assertThat(Feed.take(live, 1)).extracting(Told::type).containsExactly("protocol.created");
      cast.release(own);
      assertThat(Feed.take(live, 1)).extracting(Told::type).containsExactly("protocol.released");
      try (Socket resumed = feed.follow(supplier.token(), project, begin, "")) {
        assertThat(Feed.take(resumed, 2))
            .extracting(Told::type)
            .containsExactly("protocol.created", "protocol.released");
      }
    }
  }

  /** Rights are asked when something happens, not when somebody subscribed. */
  @Test
  void whoLosesTheProjectIsToldNoMore() {
    People.SignedIn leaving = cast.person(CompanyType.MONTADORA, UserRole.ENGINEERING);
    People.SignedIn staying = cast.person(CompanyType.GERENCIADORA, UserRole.ENGINEERING);
    try (Socket gone = feed.follow(leaving.token(), project, begin, "");
        Socket here = feed.follow(staying.token(), project, begin, "")) {
      drawnUp("P-101");
      Feed.take(gone, 1);
      Feed.take(here, 1);
      database
          .sql("update identity.users set company_id = ? where id = ?")
          .params(people.stranger().companyId(), leaving.id())
          .update();
      drawnUp("P-102");
      Feed.take(here, 1);
      database
          .sql("update identity.users set company_id = ? where id = ?")
          .params(leaving.companyId(), leaving.id())
          .update();
      State third = drawnUp("P-103");
      Feed.take(here, 1);
      cast.release(third);
      assertThat(Feed.take(gone, 2))
          .extracting(Told::type)
          .containsExactly("protocol.created", "protocol.released");
    }
  }
}
