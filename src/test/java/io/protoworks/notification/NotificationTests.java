package io.protoworks.notification;

import static io.protoworks.plant.Plants.globalId;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.People.SignedIn;
import io.protoworks.identity.UserRole;
import io.protoworks.notification.Inboxes.Told;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Everybody reads and marks their own notifications; each event is told once. */
@ServerTest
class NotificationTests {
  private static final ProtocolType C1 = ProtocolType.C1;

  @Autowired Api api;
  @Autowired Play play;
  @Autowired People people;
  @Autowired Inboxes inboxes;
  @Autowired NotificationMaker maker;
  @Autowired NotificationCleaning cleaning;
  @Autowired JdbcClient database;
  @Autowired Waiting waiting;

  private Cast cast;
  private UUID project;
  private SignedIn technician;

  @BeforeEach
  void look() {
    cast = play.cast();
    project = cast.site().projectId();
    technician = cast.person(CompanyType.MONTADORA, UserRole.TECHNICIAN);
  }

  /** So many protocols that are the technician's turn, the oldest first. */
  private List<Told> turns(int count) {
    UUID template = play.template(C1);
    IntStream.rangeClosed(1, count)
        .forEach(
            number -> cast.release(cast.create(template, C1, cast.equipment("P-10" + number))));
    List<Told> told = inboxes.of(technician, project);
    assertThat(told).hasSize(count);
    return told;
  }

  private static List<String> ids(List<Told> told) {
    return told.stream().map(Told::id).toList();
  }

  private JsonNode mark(SignedIn person, String mutation, List<String> ids) {
    return inboxes.does(person, mutation, "notifications { id readAt }", Map.of("ids", ids));
  }

  private List<String> unread() {
    return ids(inboxes.list(technician, "unread: true"));
  }

  @Test
  void areMarkedAsReadAndUnreadAgain() {
    List<String> ids = ids(turns(3));
    assertThat(inboxes.unread(technician)).isEqualTo(3);
    JsonNode read = mark(technician, "markNotificationsRead", List.of(ids.get(2), ids.get(0)));
    assertThat(read.at("/notifications/0/id").asString()).isEqualTo(ids.get(2));
    assertThat(read.at("/notifications/1/readAt").isString()).isTrue();
    assertThat(unread()).containsExactly(ids.get(1));
    assertThat(ids(inboxes.list(technician, "unread: false")))
        .containsExactly(ids.get(0), ids.get(2));
    JsonNode again = mark(technician, "markNotificationsRead", List.of(ids.get(0)));
    assertThat(again.at("/notifications/0/readAt")).isEqualTo(read.at("/notifications/1/readAt"));
    JsonNode unread = mark(technician, "markNotificationsUnread", List.of(ids.get(0)));
    assertThat(unread.at("/notifications/0/readAt").isNull()).isTrue();
    assertThat(inboxes.unread(technician)).isEqualTo(2);
  }

  /** What came while somebody looked at the list stays unread. */
  @Test
  void areMarkedAllUpToTheNewestThatWasShown() {
    List<String> ids = ids(turns(3));
    assertThat(markAll(Map.of("upToId", ids.get(1))).path("marked").asInt()).isEqualTo(2);
    assertThat(unread()).containsExactly(ids.get(2));
    assertThat(markAll(Map.of("types", List.of("MENTION"))).path("marked").asInt()).isZero();
    String elsewhere = globalId("project", play.cast().site().projectId());
    assertThat(markAll(Map.of("projectIds", List.of(elsewhere))).at("/errors/0/code").asString())
        .isEqualTo("UNKNOWN_REFERENCE");
    assertThat(unread()).hasSize(1);
    assertThat(markAll(Map.of()).path("marked").asInt()).isEqualTo(1);
    assertThat(inboxes.unread(technician)).isZero();
  }

  private JsonNode markAll(Map<String, Object> input) {
    return inboxes.does(technician, "markAllNotificationsRead", "marked", input);
  }

  @Test
  void ofOthersAreUnknown() {
    List<String> ids = ids(turns(2));
    SignedIn colleague = cast.person(CompanyType.GERENCIADORA, UserRole.ENGINEERING);
    for (SignedIn other : List.of(colleague, people.stranger(), people.admin())) {
      for (String mutation : List.of("markNotificationsRead", "markNotificationsUnread")) {
        assertThat(mark(other, mutation, ids).at("/errors/0/code").asString())
            .isEqualTo("UNKNOWN_REFERENCE");
      }
      assertThat(
              inboxes
                  .does(other, "markAllNotificationsRead", "marked", Map.of("upToId", ids.get(0)))
                  .at("/errors/0/code")
                  .asString())
          .isEqualTo("UNKNOWN_REFERENCE");
      assertThat(
              api.ask(other.token(), "{ node(id: \"%s\") { id } }".formatted(ids.get(0)))
                  .at("/data/node")
                  .isNull())
          .isTrue();
    }
    assertThat(unread()).isEqualTo(ids);
  }

  /** One that is unknown leaves all as they were. */
  @Test
  void areMarkedTogetherOrNotAtAll() {
    List<String> ids = ids(turns(1));
    JsonNode refused =
        mark(
            technician,
            "markNotificationsRead",
            List.of(ids.get(0), globalId("notification", UUID.randomUUID())));
    assertThat(refused.at("/errors/0/code").asString()).isEqualTo("UNKNOWN_REFERENCE");
    assertThat(refused.at("/errors/0/path").toString()).isEqualTo("[\"input\",\"ids\"]");
    assertThat(mark(technician, "markNotificationsRead", List.of()).at("/errors/0/code").asString())
        .isEqualTo("INVALID_INPUT");
    List<String> tooMany =
        IntStream.range(0, 101)
            .mapToObj(number -> globalId("notification", UUID.randomUUID()))
            .toList();
    assertThat(mark(technician, "markNotificationsRead", tooMany).at("/errors/0/code").asString())
        .isEqualTo("INVALID_INPUT");
    assertThat(unread()).isEqualTo(ids);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ notifications { nodes { id } } }",
        "{ unreadNotifications }",
        "{ notificationPreferences { version } }",
        "mutation { markAllNotificationsRead(input: {}) { marked } }",
        "mutation { changeNotificationPreferences(input: {expectedVersion: 0}) { preferences { version } } }"
      })
  void nobodyIsAskedToSignIn(String document) {
    assertThat(api.ask(null, document).at("/errors/0/extensions/code").asString())
        .isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void arePagedFromTheNewest() {
    List<String> newestFirst = ids(turns(5)).reversed();
    JsonNode page = page("first: 2");
    assertThat(pageIds(page)).isEqualTo(newestFirst.subList(0, 2));
    assertThat(page.path("totalCount").asInt()).isEqualTo(5);
    String after = page.at("/pageInfo/endCursor").asString();
    JsonNode next = page("first: 3, after: \"%s\"".formatted(after));
    assertThat(pageIds(next)).isEqualTo(newestFirst.subList(2, 5));
    assertThat(next.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    JsonNode back =
        page("last: 1, before: \"%s\"".formatted(next.at("/pageInfo/startCursor").asString()));
    assertThat(pageIds(back)).isEqualTo(newestFirst.subList(1, 2));
  }

  private JsonNode page(String arguments) {
    return api.ask(
            technician.token(),
            """
            { notifications(%s) { nodes { id } totalCount pageInfo { startCursor endCursor hasNextPage } } }
            """
                .formatted(arguments))
        .at("/data/notifications");
  }

  private static List<String> pageIds(JsonNode page) {
    return ids(Inboxes.told(page.path("nodes")));
  }

  /** What they see no more is shown no more, and shown again when they see it again. */
  @Test
  void areShownAsLongAsTheyAreSeen() {
    List<String> ids = ids(turns(1));
    move(technician, people.stranger().companyId());
    assertThat(inboxes.list(technician, "")).isEmpty();
    assertThat(inboxes.unread(technician)).isZero();
    assertThat(mark(technician, "markNotificationsRead", ids).at("/errors/0/code").asString())
        .isEqualTo("UNKNOWN_REFERENCE");
    move(technician, technician.companyId());
    assertThat(unread()).isEqualTo(ids);
  }

  private void move(SignedIn person, UUID companyId) {
    database
        .sql("update identity.users set company_id = ? where id = ?")
        .params(companyId, person.id())
        .update();
  }

  /** Several nodes find the same news: one makes them, the others find nothing left. */
  @Test
  void areMadeOnceThoughManyTry() {
    UUID template = play.template(C1);
    List<CompletableFuture<Boolean>> tries = new ArrayList<>();
    inboxes.holding(
        project,
        () -> {
          for (int number = 1; number <= 5; number++) {
            cast.release(cast.create(template, C1, cast.equipment("P-10" + number)));
          }
        },
        () -> {
          for (int number = 1; number <= 4; number++) {
            tries.add(waiting.start(() -> made(project)));
          }
        });
    tries.forEach(CompletableFuture::join);
    assertThat(sequences(technician)).isEqualTo(LongStream.rangeClosed(1, 5).boxed().toList());
    assertThat(inboxes.of(technician, project)).hasSize(5);
  }

  private boolean made(UUID projectId) {
    maker.make(projectId);
    return true;
  }

  private List<Long> sequences(SignedIn person) {
    return database
        .sql("select sequence from notification.notifications where user_id = ? order by sequence")
        .param(person.id())
        .query((row, number) -> row.getLong(1))
        .list();
  }

  /** What a node had not come to before it ended is found by another. */
  @Test
  void whatWasForgottenIsCaughtUpWith() {
    inboxes.callByName(technician, project, 1);
    maker.catchUp();
    assertThat(inboxes.list(technician, ""))
        .extracting(Told::toString)
        .containsExactly("MENTION gate.closed");
  }

  @Test
  void areKeptForAWhile() {
    List<String> ids = ids(turns(3));
    database
        .sql(
            "update notification.notifications set created_at = now() - interval '91 days'"
                + " where user_id = ? and sequence <= 2")
        .param(technician.id())
        .update();
    cleaning.clean();
    assertThat(ids(inboxes.list(technician, ""))).isEqualTo(ids.subList(2, 3));
    assertThat(
            database
                .sql("select dropped_sequence from notification.inboxes where user_id = ?")
                .param(technician.id())
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }
}
