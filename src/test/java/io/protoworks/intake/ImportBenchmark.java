package io.protoworks.intake;

import static org.awaitility.Awaitility.await;

import io.protoworks.attachment.Uploads;
import io.protoworks.intake.Imports.Order;
import io.protoworks.intake.Imports.Site;
import io.protoworks.intake.Imports.State;
import io.protoworks.intake.PlantWideRegister.Tag;
import io.protoworks.testing.Heap;
import io.protoworks.testing.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * How fast a register of 100,000 tags goes in, beside plain JDBC batches of the same rows, in one
 * process and by turns. No test, since a shared machine has no times to assert:
 *
 * <pre>mvn test-compile exec:exec@import-benchmark</pre>
 */
final class ImportBenchmark {
  private static final int TAGS = 100_000;
  private static final int MEASURED_ROUNDS = 5;
  private static final Path FOLDER = Path.of("target/import-benchmark");
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private enum Way {
    DRY_RUN("dry run"),
    IMPORT("import"),
    IMPORT_AGAIN("import again, all unchanged"),
    PLAIN_JDBC("plain JDBC");

    private final String label;

    Way(String label) {
      this.label = label;
    }
  }

  private record Measured(Way way, double rate) {}

  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  private final Imports imports;
  private final Uploads uploads;
  private final JdbcClient database;
  private final String url;
  private final Path register;
  private final List<Measured> measured = new ArrayList<>();
  private long peak;

  private ImportBenchmark(ConfigurableApplicationContext server, Path register) {
    imports = server.getBean(Imports.class);
    uploads = server.getBean(Uploads.class);
    database = server.getBean(JdbcClient.class);
    url = String.valueOf(server.getBean(JdbcConnectionDetails.class).getJdbcUrl());
    this.register = register;
  }

  public static void main(String[] arguments) throws Exception {
    FileSystemUtils.deleteRecursively(FOLDER);
    Files.createDirectories(FOLDER);
    Path register = PlantWideRegister.write(FOLDER.resolve("register.csv"), TAGS);
    try (ConfigurableApplicationContext server =
        Server.start(
            "--server.port=0",
            "--protoworks.embedded-database.folder=" + FOLDER.resolve("database"),
            "--protoworks.files.folder=" + FOLDER.resolve("files"))) {
      new ImportBenchmark(server, register).run();
    }
  }

  private void run() throws Exception {
    PlantWideRegister.DISCIPLINES.forEach(this::makeDiscipline);
    print(
        "%,d tags, %,d bytes, -Xmx%d MiB, PostgreSQL %s"
            .formatted(
                TAGS,
                Files.size(register),
                Runtime.getRuntime().maxMemory() >> 20,
                database.sql("show server_version").query(String.class).single()));
    for (int round = 0; round <= MEASURED_ROUNDS; round++) {
      print(round == 0 ? "warm-up" : "round " + round);
      // By turns also in their order, so that neither always finds the tables as the other left
      // them.
      if (round % 2 == 0) {
        importRegister(round);
        insertPlainly(round);
      } else {
        insertPlainly(round);
        importRegister(round);
      }
    }
    summarise();
  }

  private void makeDiscipline(String code) {
    database
        .sql("insert into identity.disciplines (name, code, legend) values (?, ?, 'X')")
        .params(code, code)
        .update();
  }

  private void importRegister(int round) throws Exception {
    Site site = imports.site();
    Order order = new Order(new byte[0], PlantWideRegister.MAPPING, ImportMode.GOOD_ROWS, false);
    time(round, Way.DRY_RUN, () -> require(importing(site, order.dry()), TAGS, 0));
    time(round, Way.IMPORT, () -> require(importing(site, order), TAGS, 0));
    time(round, Way.IMPORT_AGAIN, () -> require(importing(site, order), 0, TAGS));
    requireRows(site.projectId());
  }

  private void insertPlainly(int round) throws Exception {
    Site site = imports.site();
    List<Tag> tags = PlantWideRegister.tags(TAGS).toList();
    time(
        round,
        Way.PLAIN_JDBC,
        () -> PlainJdbcImport.run(url, site.projectId(), site.manager().id(), tags));
    requireRows(site.projectId());
  }

  /** All that a client does, from announcing the file until it sees the end. */
  private State importing(Site site, Order order) throws Exception {
    Uploads.Announced upload =
        uploads.announce(
            site.token(),
            Map.of(
                "fileName", "register.csv",
                "fileType", "text/csv",
                "fileSize", Files.size(register),
                "purpose", "IMPORT"));
    uploads.put(upload.url(), java.net.http.HttpRequest.BodyPublishers.ofFile(register));
    String job = imports.start(site, upload.id(), order);
    return await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> imports.state(site, job), state -> state.status().isOver());
  }

  private void time(int round, Way way, Work work) throws Exception {
    Heap.reset();
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    long heap = Heap.peak();
    print(
        "  %-28s %7.2f s  %,9.0f rows/s  heap %d MiB"
            .formatted(way.label, seconds, TAGS / seconds, heap));
    if (round > 0) {
      measured.add(new Measured(way, TAGS / seconds));
    }
    if (way != Way.PLAIN_JDBC) {
      peak = Math.max(peak, heap);
    }
  }

  private static void require(State state, int created, int unchanged) {
    if (!state.counts().equals(List.of(created, 0, unchanged, 0))) {
      throw new IllegalStateException(state.toString());
    }
  }

  private void requireRows(UUID projectId) {
    String counts =
        database
            .sql(
                """
                select (select count(*) from plant.areas where project_id = :id) || ' areas, '
                    || (select count(*) from plant.systems where project_id = :id) || ' systems, '
                    || (select count(*) from plant.subsystems where project_id = :id)
                    || ' subsystems, '
                    || (select count(*) from plant.equipments where project_id = :id)
                    || ' equipments'
                """)
            .param("id", projectId)
            .query(String.class)
            .single();
    print("  " + counts);
    if (!counts.endsWith(", %d equipments".formatted(TAGS))) {
      throw new IllegalStateException(counts);
    }
  }

  private void summarise() {
    double plain = median(Way.PLAIN_JDBC);
    print("medians of %d rounds".formatted(MEASURED_ROUNDS));
    for (Way way : Way.values()) {
      double rate = median(way);
      print("  %-28s %,9.0f rows/s  %.2f of plain JDBC".formatted(way.label, rate, rate / plain));
    }
    print(
        "highest heap while importing: %d MiB, live at the end: %d MiB"
            .formatted(peak, Heap.live()));
  }

  private double median(Way way) {
    List<Double> rates =
        measured.stream().filter(one -> one.way == way).map(Measured::rate).sorted().toList();
    return rates.get(rates.size() / 2);
  }

  private static void print(String line) {
    System.out.println(line);
  }
}
