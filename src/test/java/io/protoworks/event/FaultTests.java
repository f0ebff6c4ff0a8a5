package io.protoworks.event;

import static io.protoworks.plant.Plants.globalId;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.protoworks.event.FaultLog.Change;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.TestDatabase;
import io.protoworks.webhook.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Nodes die, the database crashes, connections break, receivers fail, and people go on: at the end
 * everything that was acknowledged is in the log once, every reader was told every event once and
 * in order, every webhook was delivered at least once and in order, and the chains hold.
 *
 * <p>{@code -Dfault.seconds=600 -Dfault.seed=7} goes on for longer, and otherwise. It has a
 * database of its own: servers of other tests would else deliver for those that die.
 */
@ServerTest
@TestPropertySource(properties = {"test.database=faults", "protoworks.access-token.lifetime=1d"})
class FaultTests {
  private static final Logger LOG = LoggerFactory.getLogger(FaultTests.class);
  private static final Duration LENGTH =
      Duration.ofSeconds(Integer.getInteger("fault.seconds", 15));
  private static final long SEED = Long.getLong("fault.seed", 20260203);

  /** How long whatever is behind has to catch up. */
  private static final Duration PATIENCE = LENGTH.plusMinutes(1);

  private static final int WRITERS = 3;
  private static final int READERS = 4;

  @Autowired Api api;
  @Autowired Play play;
  @Autowired Feed feed;
  @Autowired People people;
  @Autowired Webhooks webhooks;
  @Autowired JdbcClient database;
  @Autowired Scheduler scheduler;
  @Autowired Environment environment;

  private Cast cast;
  private UUID project;

  @BeforeEach
  void leaveTheWorkToTheNodes() {
    scheduler.pause();
    cast = play.cast();
    project = cast.site().projectId();
  }

  @AfterEach
  void workAgain() {
    scheduler.resume();
  }

  @Test
  void nobodyMissesAnything() {
    String client = cast.person(CompanyType.CLIENTE, UserRole.CLIENT).token();
    String begin = feed.cursor(client, project);
    try (FaultWebhook ofAll = webhook(Map.of(), SEED + 1);
        FaultWebhook ofCreated =
            webhook(Map.of("eventTypes", List.of(FaultWriter.CREATED)), SEED + 2);
        FaultyNodes nodes =
            new FaultyNodes(api, TestDatabase.address(environment), database, new Random(SEED))) {
      List<FaultWriter> writers = writers(nodes);
      List<FaultReader> readers =
          IntStream.range(0, READERS)
              .mapToObj(number -> new FaultReader(feed, nodes, client, project, begin, number))
              .toList();
      Instant end = Instant.now().plus(LENGTH);
      List<CompletableFuture<Void>> reading =
          readers.stream().map(reader -> started(reader::readUntilTold)).toList();
      List<CompletableFuture<Void>> working =
          new ArrayList<>(List.of(started(() -> nodes.breakUntil(end))));
      writers.forEach(writer -> working.add(started(() -> writer.writeUntil(end))));
      all(working).join();

      FaultLog log = FaultLog.read(database, project);
      readers.forEach(reader -> reader.finishAt(log.sequences().getLast()));
      all(reading).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
      tell(log, writers, readers, nodes);
      requireFaults(nodes);
      requireLogged(log, writers);
      for (FaultReader reader : readers) {
        assertThat(reader.told()).isEqualTo(log.sequences());
      }
      ofAll.requireDelivered(log.sequences(), PATIENCE);
      ofCreated.requireDelivered(log.sequences(FaultWriter.CREATED), PATIENCE);
      LOG.info("webhooks: of all {}; of created {}", ofAll, ofCreated);
    }
    requireChainHolds("");
    requireChainHolds("(projectId: \"%s\")".formatted(globalId("project", project)));
  }

  private static CompletableFuture<Void> started(Runnable work) {
    return CompletableFuture.runAsync(work, Thread::startVirtualThread);
  }

  private static CompletableFuture<Void> all(List<CompletableFuture<Void>> work) {
    return CompletableFuture.allOf(work.toArray(CompletableFuture[]::new));
  }

  private FaultWebhook webhook(Map<String, Object> filter, long seed) {
    String manager = cast.person(CompanyType.GERENCIADORA, UserRole.MANAGER).token();
    return new FaultWebhook(webhooks, manager, project, filter, seed);
  }

  private List<FaultWriter> writers(FaultyNodes nodes) {
    String engineer = cast.person(CompanyType.GERENCIADORA, UserRole.ENGINEERING).token();
    Map<String, Object> draft =
        Map.of(
            "templateId",
            globalId("protocol_template", play.template(ProtocolType.C1)),
            "equipmentIds",
            List.of(globalId("equipment", cast.equipment("P-101"))),
            "executorCompanyId",
            globalId("company", cast.site().company(CompanyType.MONTADORA)));
    return IntStream.range(0, WRITERS)
        .mapToObj(number -> new FaultWriter(api, nodes, engineer, draft, number))
        .toList();
  }

  private static void tell(
      FaultLog log, List<FaultWriter> writers, List<FaultReader> readers, FaultyNodes nodes) {
    LOG.info(
        "{} events; acknowledged {}, unknown {}; {}; readers resumed {} times",
        log.entries().size(),
        writers.stream().mapToInt(writer -> writer.acknowledged().size()).sum(),
        writers.stream().mapToInt(FaultWriter::unknown).sum(),
        nodes,
        readers.stream().mapToInt(FaultReader::resumed).sum());
  }

  private static void requireFaults(FaultyNodes nodes) {
    assertThat(nodes.killed()).isPositive();
    assertThat(nodes.broken()).isPositive();
    // A server that was named for the run may serve others, too: only what this run started.
    assertThat(nodes.crashed() > 0).isEqualTo(TestDatabase.isOfThisRun());
  }

  private static void requireLogged(FaultLog log, List<FaultWriter> writers) {
    List<Change> acknowledged =
        writers.stream().flatMap(writer -> writer.acknowledged().stream()).toList();
    assertThat(acknowledged).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    assertThat(log.changes()).containsAll(acknowledged).doesNotHaveDuplicates();
  }

  private void requireChainHolds(String which) {
    assertThat(
            api.ask(people.admin().token(), "{ verifyAuditChain%s { holds } }".formatted(which))
                .at("/data/verifyAuditChain/holds")
                .asBoolean())
        .isTrue();
  }
}
