package io.protoworks.intake;

import static io.protoworks.intake.ImportStatus.CANCELLED;
import static io.protoworks.intake.ImportStatus.COMPLETED;
import static io.protoworks.intake.ImportStatus.FAILED;
import static io.protoworks.intake.ImportStatus.PROCESSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.protoworks.attachment.Uploads;
import io.protoworks.identity.People;
import io.protoworks.intake.Imports.Order;
import io.protoworks.intake.Imports.Site;
import io.protoworks.testing.Api;
import io.protoworks.testing.OtherServer;
import io.protoworks.testing.ServerTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports that change more than is held in memory until a transaction commits. */
@ServerTest
@TestPropertySource(
    properties = {
      LargeImportTests.SECRET,
      LargeImportTests.FOLDER,
      "protoworks.intake.batch-rows=200"
    })
class LargeImportTests {
  static final String SECRET =
      "protoworks.access-token.secret=a secret that two servers of this test share";
  static final String FOLDER = "protoworks.files.folder=target/files/large";

  /** From here on the changes of a transaction are put aside. */
  private static final int HELD_AT_ONCE = 10_000;

  private static final int ROWS = 12_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Autowired Api api;
  @Autowired People people;
  @Autowired Uploads uploads;
  @Autowired Imports imports;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;

  @Test
  void goWholeIntoOneTransaction() {
    Site site = imports.site();
    Imports.State state = run(site, Imports.register(ROWS, row -> "Pump").allOrNothing());
    assertThat(state.status()).isEqualTo(COMPLETED);
    assertThat(state.counts()).containsExactly(ROWS, 0, 0, 0);
    assertThat(equipments(site)).isEqualTo(ROWS);
    assertThat(transactions(site)).isEqualTo(1);
    assertThat(entries(site, "equipment.created")).isEqualTo(ROWS);
    assertChainHolds(site);
  }

  @Test
  void leaveNothingWhenTheirLastRowIsRefused() {
    Site site = imports.site();
    Order order = Imports.register(ROWS, row -> row == ROWS - 1 ? "" : "Pump").allOrNothing();
    Imports.State state = run(site, order);
    assertThat(state.status()).isEqualTo(FAILED);
    assertThat(state.counts()).containsExactly(0, 0, 0, 1);
    assertNothingWritten(site);
  }

  @Test
  void endAtOnceAndLeaveNothingWhenTheyAreCancelled() {
    Site site = imports.site();
    Order order = Imports.register(3 * ROWS, row -> "Pump").allOrNothing();
    String jobId = imports.start(site, order);
    await().atMost(PATIENCE).until(() -> imports.state(site, jobId).processedRows() > HELD_AT_ONCE);
    imports
        .changing("cancelImport", site, jobId)
        .execute()
        .path("cancelImport.importJob.status")
        .entity(ImportStatus.class)
        .isEqualTo(CANCELLED);
    Imports.State cancelled = imports.state(site, jobId);
    assertThat(cancelled.status()).isEqualTo(CANCELLED);
    assertThat(cancelled.counts()).containsExactly(0, 0, 0, 0);
    assertNothingWritten(site);
    assertThat(run(site, Imports.register(1, row -> "Pump")).status()).isEqualTo(COMPLETED);
    assertThat(equipments(site)).isEqualTo(1);
  }

  @Test
  void holdUpNobodyElsewhereInTheProject() {
    Site site = imports.site();
    run(site, Order.of(tag("LAST", "P-LAST")));
    String jobId =
        transaction.execute(
            status -> {
              lockSubsystem(site, "LAST");
              Order order = Imports.register(ROWS, row -> "Pump").allOrNothing();
              String started = imports.start(site, order.and("A1,S0,LAST,P-NEW,Pump"));
              await()
                  .atMost(PATIENCE)
                  .until(() -> imports.state(site, started).processedRows() >= ROWS);
              createArea(site, "ELSEWHERE");
              assertThat(imports.state(site, started).status()).isEqualTo(PROCESSING);
              return started;
            });
    assertThat(awaitEnd(site, jobId).counts()).containsExactly(ROWS + 1, 0, 0, 0);
    assertThat(entries(site, "area.created")).isEqualTo(2);
    assertChainHolds(site);
  }

  /** PostgreSQL ends one of them; the test goes on until it was the import. */
  @Test
  void beginAgainWhenTheyAndAnotherWaitForEachOther() {
    boolean importEnded = false;
    while (!importEnded) {
      Site site = imports.site();
      run(site, Order.of(tag("EARLY", "P-1") + "A1,S0,LATE,P-2,Pump\n"));
      StringBuilder rows = new StringBuilder(tag("EARLY", "P-3"));
      IntStream.range(0, 200).forEach(row -> rows.append("A1,S0,LATE,Q-%d,Pump\n".formatted(row)));
      String jobId = meetInADeadlock(site, Order.of(rows.toString()).allOrNothing());
      importEnded = jobId != null;
      if (jobId != null) {
        assertThat(awaitEnd(site, jobId).counts()).containsExactly(201, 0, 0, 0);
        assertThat(equipments(site)).isEqualTo(203);
        assertChainHolds(site);
      }
    }
  }

  /** The import, if it was the one that PostgreSQL ended. */
  private @Nullable String meetInADeadlock(Site site, Order order) {
    try {
      return transaction.execute(
          status -> {
            database.sql("set local deadlock_timeout = '1min'").update();
            lockSubsystem(site, "LATE");
            int ownPid = database.sql("select pg_backend_pid()").query(Integer.class).single();
            String started = imports.start(site, order);
            await().atMost(PATIENCE).until(() -> somebodyWaitsFor(ownPid));
            lockSubsystem(site, "EARLY");
            return started;
          });
    } catch (ConcurrencyFailureException ended) {
      return null;
    }
  }

  private void lockSubsystem(Site site, String code) {
    database
        .sql("select id from plant.subsystems where project_id = ? and code = ? for update")
        .params(site.projectId(), code)
        .query(UUID.class)
        .single();
  }

  private boolean somebodyWaitsFor(int blockingPid) {
    return database
        .sql(
            "select exists (select from pg_stat_activity"
                + " where ? = any(pg_blocking_pids(pid)))")
        .param(blockingPid)
        .query(Boolean.class)
        .single();
  }

  private void createArea(Site site, String code) {
    api.as(site.token())
        .document(
            "mutation($input: CreateAreaInput!)"
                + " { createArea(input: $input) { errors { message } } }")
        .variable("input", Map.of("projectId", site.projectGlobalId(), "code", code, "name", code))
        .execute()
        .path("createArea.errors")
        .entityList(Object.class)
        .hasSize(0);
  }

  private static String tag(String subsystem, String tag) {
    return "area_code,system_code,subsystem_code,tag_id,application\nA1,S0,%s,%s,Pump\n"
        .formatted(subsystem, tag);
  }

  /** A server takes 55 MiB by itself; all the changes of this import would take 50 MiB more. */
  @Test
  void needNoMoreMemoryThanSmallOnes() throws Exception {
    Site site = imports.site();
    Order order = Imports.register(3 * ROWS, row -> "ж".repeat(500)).allOrNothing();
    String upload = uploads.register(site.token(), order.file());
    try (OtherServer server = OtherServer.start(api, "96m", SECRET, FOLDER)) {
      String jobId = imports.start(server.as(site.token()), site, upload, order);
      await()
          .atMost(PATIENCE)
          .until(
              () -> imports.state(site, jobId),
              state -> !server.isRunning() || state.status() != ImportStatus.PROCESSING);
      assertThat(imports.state(site, jobId).counts()).containsExactly(3 * ROWS, 0, 0, 0);
    }
  }

  private Imports.State run(Site site, Order order) {
    return awaitEnd(site, imports.start(site, order));
  }

  private Imports.State awaitEnd(Site site, String jobId) {
    return await()
        .atMost(PATIENCE)
        .until(() -> imports.state(site, jobId), state -> state.status().isOver());
  }

  private void assertNothingWritten(Site site) {
    assertThat(equipments(site)).isZero();
    assertThat(entries(site, "area.created") + entries(site, "equipment.created")).isZero();
    assertChainHolds(site);
  }

  private int equipments(Site site) {
    return database
        .sql("select count(*) from plant.equipments where project_id = ?")
        .param(site.projectId())
        .query(Integer.class)
        .single();
  }

  /** How many transactions wrote the equipments. */
  private int transactions(Site site) {
    return database
        .sql("select count(distinct xmin::text) from plant.equipments where project_id = ?")
        .param(site.projectId())
        .query(Integer.class)
        .single();
  }

  private int entries(Site site, String event) {
    return database
        .sql("select count(*) from audit.audit_logs where scope_id = ? and event_type = ?")
        .params(site.projectId(), event)
        .query(Integer.class)
        .single();
  }

  private void assertChainHolds(Site site) {
    api.as(people.admin().token())
        .document("query($id: ID!) { verifyAuditChain(projectId: $id) { firstBreak { reason } } }")
        .variable("id", site.projectGlobalId())
        .execute()
        .path("verifyAuditChain.firstBreak")
        .valueIsNull();
  }
}
