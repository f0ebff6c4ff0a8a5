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
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A server that is killed in the middle of an import, and another one that goes on with it. */
@ServerTest
@TestPropertySource(
    properties = {
      "protoworks.access-token.secret=" + ImportRecoveryTests.SECRET,
      "protoworks.files.folder=" + ImportRecoveryTests.FOLDER,
      "protoworks.intake.lease=2s",
      "protoworks.intake.heartbeat=200ms",
      "protoworks.intake.sweep=200ms"
    })
class ImportRecoveryTests {
  static final String SECRET = "a secret that two servers of this test share";
  static final String FOLDER = "target/files/recovery";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int ROWS = 60_000;
  private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

  @Autowired Api api;
  @Autowired Uploads uploads;
  @Autowired Imports imports;
  @Autowired JdbcClient database;

  private @Nullable Process server;

  @AfterEach
  void end() throws InterruptedException {
    if (server != null) {
      server.destroyForcibly().waitFor();
    }
  }

  @Test
  void goesOnExactlyWhereItEnded() throws Exception {
    Site site = imports.site();
    Order order = register();
    String jobId = startElsewhereAndKill(site, order);
    awaitStatus(site, jobId, INTERRUPTED);
    Imports.State interrupted = imports.state(site, jobId);
    assertThat(interrupted.processedRows()).isPositive().isLessThan(ROWS);
    assertThat(equipments(site)).isEqualTo(interrupted.createdRows());
    assertThat(errors(jobId, site)).isEqualTo(interrupted.errorRows());

    change("resumeImport", site, jobId).executeAndVerify();
    awaitStatus(site, jobId, COMPLETED);
    Imports.State completed = imports.state(site, jobId);
    assertThat(completed.counts()).containsExactly(ROWS - ROWS / 100, 0, 0, ROWS / 100);
    assertThat(equipments(site)).isEqualTo(ROWS - ROWS / 100);
    assertThat(errors(jobId, site)).isEqualTo(ROWS / 100);
    assertRefused(change("resumeImport", site, jobId), "resumeImport", "INVALID_INPUT");
  }

  @Test
  void leavesNothingBehindWhenAllOrNothingShallGoIn() throws Exception {
    Site site = imports.site();
    String jobId = startElsewhereAndKill(site, register().allOrNothing());
    awaitStatus(site, jobId, INTERRUPTED);
    assertThat(equipments(site)).isZero();
    change("cancelImport", site, jobId).executeAndVerify();
    awaitStatus(site, jobId, CANCELLED);
    assertRefused(change("cancelImport", site, jobId), "cancelImport", "INVALID_INPUT");
  }

  @Test
  void cancelledWhileItRunsStops() {
    Site site = imports.site();
    String jobId = imports.start(site, register());
    await().atMost(PATIENCE).until(() -> imports.state(site, jobId).processedRows() > 0);
    change("cancelImport", site, jobId).executeAndVerify();
    Imports.State cancelled = imports.state(site, jobId);
    assertThat(cancelled.status()).isEqualTo(CANCELLED);
    assertThat(
            imports
                .run(
                    site,
                    Order.of(
                        "area_code,system_code,subsystem_code,tag_id,application\nA,S,X,Z-1,Pump\n"))
                .status())
        .isEqualTo(COMPLETED);
    assertThat(equipments(site)).isEqualTo(cancelled.createdRows() + 1);
  }

  /** Every hundredth row is refused. */
  private static Order register() {
    StringBuilder csv =
        new StringBuilder("area_code,system_code,subsystem_code,tag_id,application\n");
    for (int row = 0; row < ROWS; row++) {
      csv.append(
          "A1,S%d,SS%d,P-%d,%s\n".formatted(row % 3, row % 50, row, row % 100 == 99 ? "" : "Pump"));
    }
    return Order.of(csv.toString());
  }

  private int equipments(Site site) {
    return database
        .sql("select count(*) from plant.equipments where project_id = ?")
        .param(site.projectId())
        .query(Integer.class)
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

  private GraphQlTester.Request<?> change(String mutation, Site site, String jobId) {
    return api.as(site.token())
        .document(
            "mutation($id: ID!) { %s(input: {id: $id}) { importJob { status } errors { code } } }"
                .formatted(mutation))
        .variable("id", jobId);
  }

  private void awaitStatus(Site site, String jobId, ImportStatus status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(imports.state(site, jobId).status()).isEqualTo(status));
  }

  private String startElsewhereAndKill(Site site, Order order) throws Exception {
    int port = startServer();
    String upload = uploads.register(site.token(), order.file());
    String jobId = start(port, site, upload, order);
    await().atMost(PATIENCE).until(() -> imports.state(site, jobId).processedRows() > 0);
    java.util.Objects.requireNonNull(server).destroyForcibly().waitFor();
    return jobId;
  }

  private static String start(int port, Site site, String upload, Order order) throws Exception {
    String body =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "query",
                    Imports.START,
                    "variables",
                    Map.of("input", Imports.inputOf(site, upload, order))));
    try (var http = java.net.http.HttpClient.newHttpClient()) {
      String answer =
          http.send(
                  HttpRequest.newBuilder(URI.create("http://localhost:%d/graphql".formatted(port)))
                      .header("Authorization", "Bearer " + site.token())
                      .header("Content-Type", "application/json")
                      .POST(HttpRequest.BodyPublishers.ofString(body))
                      .build(),
                  BodyHandlers.ofString())
              .body();
      return JsonMapper.shared().readTree(answer).at("/data/startImport/importJob/id").asString();
    }
  }

  private static String classPathWithoutTests() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private int startServer() throws IOException {
    TestDatabase.Address address = TestDatabase.address();
    Process started =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-Xmx512m",
                    "-cp",
                    classPathWithoutTests(),
                    "io.protoworks.ProtoWorks",
                    "--server.port=0",
                    "--spring.datasource.url=" + address.url(),
                    "--spring.datasource.username=" + address.username(),
                    "--spring.datasource.password=" + address.password(),
                    "--protoworks.access-token.secret=" + SECRET,
                    "--protoworks.files.folder=" + FOLDER,
                    "--protoworks.intake.heartbeat=200ms",
                    "--protoworks.intake.batch-rows=200"))
            .redirectErrorStream(true)
            .start();
    server = started;
    BufferedReader output = started.inputReader();
    StringBuilder seen = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher port = STARTED.matcher(line);
      if (port.find()) {
        Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
        return Integer.parseInt(port.group(1));
      }
      seen.append(line).append('\n');
    }
    throw new IllegalStateException("the server did not start:\n" + seen);
  }
}
