package io.protoworks.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends the process that holds the database in every way, and starts again on the same folder. */
class EmbeddedDatabaseTests {
  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path folder;
  private @Nullable Process holder;

  @AfterEach
  void endHolder() throws Exception {
    if (holder != null && holder.isAlive()) {
      holder.destroy();
      holder.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    ProcessHandle postmaster = findPostmaster();
    if (postmaster != null) {
      postmaster.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  @Test
  void leavesNoServerBehindWhenKilledAndFindsItsDataAgain() throws Exception {
    String url = start();
    write(url);
    ProcessHandle postmaster = postmaster();
    kill();
    postmaster.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(read(start())).isEqualTo("kept");
  }

  @Test
  void stopsTheServerThatAnEarlierRunLeftBehind() throws Exception {
    write(start());
    ProcessHandle postmaster = postmaster();
    ProcessHandle guard = guardOf(postmaster);
    guard.destroyForcibly();
    guard.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    kill();
    assertThat(postmaster.isAlive()).isTrue();
    assertThat(read(start())).isEqualTo("kept");
    assertThat(postmaster.isAlive()).isFalse();
  }

  @Test
  void refusesASecondApplicationOnTheSameData() throws Exception {
    String url = start();
    assertThatThrownBy(() -> new EmbeddedDatabase(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Another ProtoWorks already runs");
    write(url);
  }

  @Test
  void makesAHalfMadeFolderAnew() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("postgresql.conf"), "# cut off");
    write(start());
  }

  private void kill() throws InterruptedException {
    Objects.requireNonNull(holder).destroyForcibly().waitFor();
  }

  private String start() throws IOException {
    Process started =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedDatabaseHolder.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    holder = started;
    StringBuilder seen = new StringBuilder();
    var output = started.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(EmbeddedDatabaseHolder.READY)) {
        return line.substring(EmbeddedDatabaseHolder.READY.length());
      }
      seen.append(line).append('\n');
    }
    throw new AssertionError("the holder did not start:\n" + seen);
  }

  private ProcessHandle postmaster() throws IOException {
    return Objects.requireNonNull(findPostmaster());
  }

  private @Nullable ProcessHandle findPostmaster() throws IOException {
    Path file = folder.resolve("data").resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return null;
    }
    long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
    return ProcessHandle.of(pid).orElse(null);
  }

  /** The guard is the holder's child that knows the server's process. */
  private ProcessHandle guardOf(ProcessHandle postmaster) {
    List<ProcessHandle> guards =
        Objects.requireNonNull(holder)
            .children()
            .filter(
                child ->
                    child
                        .info()
                        .arguments()
                        .map(List::of)
                        .orElse(List.of())
                        .contains(Long.toString(postmaster.pid())))
            .toList();
    assertThat(guards).hasSize(1);
    return guards.getFirst();
  }

  private static void write(String url) throws SQLException {
    try (var connection = DriverManager.getConnection(url, "postgres", "");
        var statement = connection.createStatement()) {
      statement.execute("create table note (text text)");
      statement.execute("insert into note values ('kept')");
    }
  }

  private static String read(String url) throws SQLException {
    try (var connection = DriverManager.getConnection(url, "postgres", "");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select text from note")) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
