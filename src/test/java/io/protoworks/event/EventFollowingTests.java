package io.protoworks.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Plants;
import io.protoworks.platform.Client;
import io.protoworks.platform.ErrorCode;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.ServerTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Flux;

/** However many write, come, go and dawdle: each reader gets everything once, in its order. */
@ServerTest
class EventFollowingTests {
  private static final ProtocolType C1 = ProtocolType.C1;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Autowired Play play;
  @Autowired Feed feed;
  @Autowired EventFollowing following;
  @Autowired EventFeed live;
  @Autowired JdbcClient database;

  private Cast cast;
  private UUID project;
  private People.SignedIn reader;
  private Viewer viewer;
  private UUID template;

  @BeforeEach
  void look() {
    cast = play.cast();
    project = cast.site().projectId();
    reader = cast.person(CompanyType.CLIENTE, UserRole.CLIENT);
    viewer = new Viewer(reader.id(), null, Set.of(), Client.SELF);
    template = play.template(C1);
  }

  private void drawUp(int protocols) {
    List<String> equipments =
        IntStream.range(0, protocols)
            .mapToObj(
                number -> Plants.globalId("equipment", cast.equipment("T-" + UUID.randomUUID())))
            .toList();
    cast.as(CompanyType.MONTADORA, UserRole.ENGINEERING)
        .document(
            """
            mutation($input: CreateProtocolsInput!) {
              createProtocols(input: $input) { errors { message } results { errors { message } } }
            }
            """)
        .variable(
            "input",
            Map.of(
                "templateId", Plants.globalId("protocol_template", template),
                "equipments", Map.of("ids", equipments),
                "executorCompanyId",
                    Plants.globalId("company", cast.site().company(CompanyType.MONTADORA))))
        .execute()
        .path("createProtocols.results[*].errors[*].message")
        .entityList(String.class)
        .satisfies(messages -> assertThat(messages).isEmpty());
  }

  private List<Long> logged() {
    return database
        .sql("select sequence from platform.events where project_id = ? order by sequence")
        .param(project)
        .query((row, number) -> row.getLong(1))
        .list();
  }

  /** The log tells of the same changes as the audit does, at the same places. */
  @Test
  void everyChangeOfWhatIsFollowedIsInTheLogOnce() {
    cast.playThrough(C1, cast.create(template, C1, cast.equipment("P-101")));
    drawUp(30);
    List<Long> audited =
        database
            .sql(
                "select sequence from audit.audit_logs where scope_id = ? and entity_type in"
                    + " ('Protocol', 'ProtocolItem', 'Pendency', 'Gate', 'GateWaiver') order by sequence")
            .param(project)
            .query((row, number) -> row.getLong(1))
            .list();
    assertThat(logged()).hasSizeGreaterThan(40).isEqualTo(audited);
  }

  /** Beside one who keeps pace, so that it is known when all was offered to both. */
  @Test
  void whoTakesTooLittleIsToldWhereToGoOn() {
    Follower slow = new Follower(reader.id(), project, EventFilter.NONE, 20);
    Follower keeping = new Follower(reader.id(), project, EventFilter.NONE, 1_000);
    live.join(slow);
    live.join(keeping);
    drawUp(50);
    assertThat(keeping.waiting().take(50).collectList().block(PATIENCE)).hasSize(50);

    AtomicReference<@Nullable Throwable> end = new AtomicReference<>();
    List<Event> taken = all(slow.waiting().doOnError(end::set).onErrorComplete());
    assertThat(taken).hasSize(20);
    assertThat(end.get())
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(ErrorCode.TOO_SLOW);
              assertThat(failure.cursor()).isEqualTo(taken.getLast().cursor());
            });
    live.leave(slow);
    live.leave(keeping);
    List<Event> rest = take(taken.getLast().cursor(), 30);
    assertThat(
            Flux.concat(Flux.fromIterable(taken), Flux.fromIterable(rest))
                .map(Event::sequence)
                .collectList()
                .block())
        .isEqualTo(logged());
  }

  private List<Event> take(String after, int count) {
    return all(following.follow(viewer, project, after, EventFilter.NONE).take(count));
  }

  private static List<Event> all(Flux<Event> events) {
    List<Event> taken = events.collectList().block(PATIENCE);
    return taken == null ? List.of() : taken;
  }

  /** More than a page, so that it is read in several while more happens. */
  @Test
  void whatWasMissedIsReadPageByPage() {
    String begin = feed.cursor(reader.token(), project);
    drawUp(510);
    CompletableFuture<List<Event>> all =
        CompletableFuture.supplyAsync(() -> take(begin, 540), Thread::startVirtualThread);
    drawUp(30);
    assertThat(all.join().stream().map(Event::sequence)).containsExactlyElementsOf(logged());
  }

  @Test
  void whoeverComesAndGoesWhileManyWriteMissesNothing() {
    // All who act are there before several act at once.
    cast.release(cast.create(template, C1, cast.equipment("P-101")));
    String begin = feed.cursor(reader.token(), project);
    int before = logged().size();
    int writers = 4;
    int each = 15;
    List<CompletableFuture<List<Long>>> readers =
        IntStream.range(0, 6)
            .mapToObj(
                number ->
                    CompletableFuture.supplyAsync(
                        () -> readInParts(begin, writers * each * 2, new Random(number)),
                        Thread::startVirtualThread))
            .toList();
    List<CompletableFuture<Void>> writing =
        IntStream.range(0, writers)
            .mapToObj(
                number -> CompletableFuture.runAsync(() -> write(each), Thread::startVirtualThread))
            .toList();
    writing.forEach(CompletableFuture::join);
    List<Long> logged = logged().subList(before, logged().size());
    assertThat(logged).hasSize(writers * each * 2);
    for (CompletableFuture<List<Long>> reading : readers) {
      assertThat(reading.join()).isEqualTo(logged);
    }
  }

  private void write(int count) {
    for (int number = 0; number < count; number++) {
      cast.release(cast.create(template, C1, cast.equipment("T-" + UUID.randomUUID())));
    }
  }

  /** Goes away after a few events each time, and comes back with the last cursor. */
  private List<Long> readInParts(String begin, int count, Random random) {
    List<Long> read = new ArrayList<>();
    String cursor = begin;
    while (read.size() < count) {
      List<Event> part = take(cursor, Math.min(count - read.size(), 1 + random.nextInt(15)));
      part.forEach(event -> read.add(event.sequence()));
      cursor = part.getLast().cursor();
    }
    return read;
  }
}
