package io.protoworks.intake;

import static io.protoworks.intake.ImportStatus.CANCELLED;
import static io.protoworks.intake.ImportStatus.COMPLETED;
import static io.protoworks.intake.ImportStatus.INTERRUPTED;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.protoworks.attachment.Uploads;
import io.protoworks.intake.Imports.Order;
import io.protoworks.intake.Imports.Site;
import io.protoworks.testing.Api;
import io.protoworks.testing.OtherServer;
import io.protoworks.testing.ServerTest;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A server that ends in the middle of an import, and another one that goes on with it. */
@ServerTest
@TestPropertySource(
    properties = {
      ImportRecoveryTests.SECRET,
      ImportRecoveryTests.FOLDER,
      ImportRecoveryTests.BATCH,
      ImportRecoveryTests.HEARTBEAT,
      "protoworks.intake.lease=2s",
      "protoworks.intake.sweep=200ms"
    })
class ImportRecoveryTests {
  static final String SECRET =
      "protoworks.access-token.secret=a secret that two servers of this test share";
  static final String FOLDER = "protoworks.files.folder=target/files/recovery";
  static final String BATCH = "protoworks.intake.batch-rows=200";
  static final String HEARTBEAT = "protoworks.intake.heartbeat=200ms";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int ROWS = 20_000;

  @Autowired Api api;
  @Autowired Uploads uploads;
  @Autowired Imports imports;
  @Autowired JdbcClient database;

  @Test
  void goesOnExactlyWhereAKilledServerEnded() throws Exception {
    Site site = imports.site();
    String jobId;
    try (OtherServer server = otherServer()) {
      jobId = startAt(server, site, registerWithErrors());
      server.kill();
    }
    awaitStatus(site, jobId, INTERRUPTED);
    Imports.State interrupted = imports.state(site, jobId);
    assertThat(interrupted.processedRows()).isPositive().isLessThan(ROWS);
    assertThat(equipments(site)).isEqualTo(interrupted.createdRows());
    assertThat(errors(jobId, site)).isEqualTo(interrupted.errorRows());

    imports.changing("resumeImport", site, jobId).executeAndVerify();
    awaitStatus(site, jobId, COMPLETED);
    Imports.State completed = imports.state(site, jobId);
    assertThat(completed.counts()).containsExactly(ROWS - ROWS / 100, 0, 0, ROWS / 100);
    assertThat(equipments(site)).isEqualTo(ROWS - ROWS / 100);
    assertThat(errors(jobId, site)).isEqualTo(ROWS / 100);
    assertRefused(imports.changing("resumeImport", site, jobId), "resumeImport", "INVALID_INPUT");
  }

  @Test
  void leavesNothingBehindWhenAllOrNothingShallGoIn() throws Exception {
    Site site = imports.site();
    String jobId;
    try (OtherServer server = otherServer()) {
      jobId = startAt(server, site, register().allOrNothing());
      server.kill();
    }
    awaitStatus(site, jobId, INTERRUPTED);
    assertThat(equipments(site)).isZero();
    imports.changing("cancelImport", site, jobId).executeAndVerify();
    awaitStatus(site, jobId, CANCELLED);
    assertRefused(imports.changing("cancelImport", site, jobId), "cancelImport", "INVALID_INPUT");
  }

  /** It says so itself: nobody has to find out that its lease has run out. */
  @ParameterizedTest
  @EnumSource
  void isInterruptedByAServerThatStopsAndGoesOnAtAnother(ImportMode mode) throws Exception {
    Site site = imports.site();
    Order order = register().in(mode);
    String jobId;
    try (OtherServer server = otherServer()) {
      jobId = startAt(server, site, order);
      server.stop();
    }
    Imports.State interrupted = imports.state(site, jobId);
    assertThat(interrupted.status()).isEqualTo(INTERRUPTED);
    assertThat(interrupted.failure()).isNull();
    assertThat(interrupter(site)).isEqualTo(site.manager().id());
    assertThat(equipments(site)).isEqualTo(interrupted.createdRows()).isLessThan(ROWS);
    if (mode == ImportMode.ALL_OR_NOTHING) {
      assertThat(interrupted.processedRows()).isZero();
    } else {
      assertThat(interrupted.processedRows()).isPositive();
    }

    imports.changing("resumeImport", site, jobId).executeAndVerify();
    awaitStatus(site, jobId, COMPLETED);
    assertThat(imports.state(site, jobId).counts()).containsExactly(ROWS, 0, 0, 0);
    assertThat(equipments(site)).isEqualTo(ROWS);
  }

  /** Every hundredth row is refused. */
  private static Order registerWithErrors() {
    return Imports.register(ROWS, row -> row % 100 == 99 ? "" : "Pump");
  }

  private static Order register() {
    return Imports.register(ROWS, row -> "Pump");
  }

  private int equipments(Site site) {
    return database
        .sql("select count(*) from plant.equipments where project_id = ?")
        .param(site.projectId())
        .query(Integer.class)
        .single();
  }

  /** Who said that the import of the project is interrupted. */
  private UUID interrupter(Site site) {
    return database
        .sql(
            "select user_id from audit.audit_logs"
                + " where scope_id = ? and event_type = 'import_job.interrupted'")
        .param(site.projectId())
        .query(UUID.class)
        .single();
  }

  private int errors(String jobId, Site site) {
    return api.as(site.token())
        .document("query($id: ID!) { importJob(id: $id) { errors { totalCount } } }")
        .variable("id", jobId)
        .execute()
        .path("importJob.errors.totalCount")
        .entity(Integer.class)
        .get();
  }

  private void awaitStatus(Site site, String jobId, ImportStatus status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(imports.state(site, jobId).status()).isEqualTo(status));
  }

  private OtherServer otherServer() throws IOException {
    return OtherServer.start(api, "512m", SECRET, FOLDER, BATCH, HEARTBEAT);
  }

  /** Starts the import at the other server, and waits until it has come somewhere. */
  private String startAt(OtherServer server, Site site, Order order) {
    String upload = uploads.register(site.token(), order.file());
    String jobId = imports.start(server.as(site.token()), site, upload, order);
    await().atMost(PATIENCE).until(() -> imports.state(site, jobId).processedRows() > 0);
    return jobId;
  }
}
