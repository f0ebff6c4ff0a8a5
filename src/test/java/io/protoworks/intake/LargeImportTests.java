package io.protoworks.intake;

import static io.protoworks.intake.ImportStatus.CANCELLED;
import static io.protoworks.intake.ImportStatus.COMPLETED;
import static io.protoworks.intake.ImportStatus.FAILED;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Imports that change more than a transaction hands over to the audit at once. */
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

  /** From here on an import of all or nothing holds the chain of its project. */
  private static final int HANDED_OVER_AT_ONCE = 10_000;

  private static final int ROWS = 12_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Autowired Api api;
  @Autowired People people;
  @Autowired Uploads uploads;
  @Autowired Imports imports;
  @Autowired JdbcClient database;

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
    await()
        .atMost(PATIENCE)
        .until(() -> imports.state(site, jobId).processedRows() > HANDED_OVER_AT_ONCE);
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
    String jobId = imports.start(site, order);
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
