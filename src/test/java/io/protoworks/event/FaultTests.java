package io.protoworks.event;

import static io.protoworks.plant.Plants.globalId;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Nodes die, connections break, and people go on: at the end everything that was acknowledged is in
 * the log once, and every reader was told every event once, in order.
 *
 * <p>{@code -Dfault.seconds=600 -Dfault.seed=7} goes on for longer, and otherwise.
 */
@ServerTest
class FaultTests {
  private static final Logger LOG = LoggerFactory.getLogger(FaultTests.class);
  private static final Duration LENGTH =
      Duration.ofSeconds(Integer.getInteger("fault.seconds", 15));
  private static final long SEED = Long.getLong("fault.seed", 20260203);
  private static final int WRITERS = 3;
  private static final int READERS = 4;

  @Autowired Api api;
  @Autowired Play play;
  @Autowired Feed feed;
  @Autowired People people;
  @Autowired JdbcClient database;

  @Test
  void nobodyMissesAnything() throws Exception {
    Cast cast = play.cast();
    UUID project = cast.site().projectId();
    String client = cast.person(CompanyType.CLIENTE, UserRole.CLIENT).token();
    String engineer = cast.person(CompanyType.GERENCIADORA, UserRole.ENGINEERING).token();
    Map<String, Object> draft = draft(cast);
    String begin = feed.cursor(client, project);
    try (FaultyNodes nodes = new FaultyNodes(api, database, new Random(SEED))) {
      Instant end = Instant.now().plus(LENGTH);
      List<FaultWriter> writers =
          IntStream.range(0, WRITERS)
              .mapToObj(number -> new FaultWriter(api, nodes, engineer, draft, number))
              .toList();
      List<FaultReader> readers =
          IntStream.range(0, READERS)
              .mapToObj(number -> new FaultReader(feed, nodes, client, project, begin, number))
              .toList();
      CompletableFuture<Void> breaking = started(() -> nodes.breakUntil(end));
      List<CompletableFuture<Void>> reading =
          readers.stream().map(reader -> started(reader::readUntilTold)).toList();
      List<CompletableFuture<Void>> writing =
          writers.stream().map(writer -> started(() -> writer.writeUntil(end))).toList();
      writing.forEach(CompletableFuture::join);
      breaking.join();

      List<Long> logged = logged(project);
      readers.forEach(reader -> reader.finishAt(logged.getLast()));
      reading.forEach(CompletableFuture::join);
      LOG.info(
          "{} events; acknowledged {}, unknown {}; killed {} nodes, broke {} connections, resumed {} times",
          logged.size(),
          writers.stream().mapToInt(writer -> writer.acknowledged().size()).sum(),
          writers.stream().mapToInt(FaultWriter::unknown).sum(),
          nodes.killed(),
          nodes.broken(),
          readers.stream().mapToInt(FaultReader::resumed).sum());
      for (FaultReader reader : readers) {
        assertThat(reader.told()).isEqualTo(logged);
      }
      List<UUID> acknowledged =
          writers.stream().flatMap(writer -> writer.acknowledged().stream()).toList();
      assertThat(acknowledged).hasSizeGreaterThan(20).doesNotHaveDuplicates();
      assertThat(created(project)).containsAll(acknowledged).doesNotHaveDuplicates();
      assertThat(nodes.killed()).isPositive();
      assertThat(nodes.broken()).isPositive();
    }
    requireChainHolds(project);
  }

  private static CompletableFuture<Void> started(Runnable work) {
    return CompletableFuture.runAsync(work, Thread::startVirtualThread);
  }

  private Map<String, Object> draft(Cast cast) {
    return Map.of(
        "templateId",
        globalId("protocol_template", play.template(ProtocolType.C1)),
        "equipmentIds",
        List.of(globalId("equipment", cast.equipment("P-101"))),
        "executorCompanyId",
        globalId("company", cast.site().company(CompanyType.MONTADORA)));
  }

  private List<Long> logged(UUID project) {
    return database
        .sql("select sequence from platform.events where project_id = ? order by sequence")
        .param(project)
        .query((row, number) -> row.getLong(1))
        .list();
  }

  /** What the log says was drawn up. */
  private List<UUID> created(UUID project) {
    return database
        .sql(
            "select entity_id from platform.events"
                + " where project_id = ? and type = 'protocol.created' order by sequence")
        .param(project)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  private void requireChainHolds(UUID project) {
    assertThat(
            api.ask(
                    people.admin().token(),
                    "{ verifyAuditChain(projectId: \"%s\") { holds } }"
                        .formatted(globalId("project", project)),
                    Map.of())
                .at("/data/verifyAuditChain/holds")
                .asBoolean())
        .isTrue();
  }
}
