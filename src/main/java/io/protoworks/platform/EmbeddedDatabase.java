package io.protoworks.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL that the application brings along, for machines without one. Its data lives in
 * a folder and is found again at the next start.
 *
 * <p>The server must not outlive the application, however that ends: a guard process waits on a
 * pipe from us and stops the server when the pipe closes. Should the guard be killed too, the next
 * start stops what it finds, since only the holder of the lock file may run one.
 */
final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String GUARD =
      "trap '' INT TERM HUP; read -r word; [ \"$word\" = stopped ] || kill -INT \"$1\"";

  private final FileChannel lockFile;
  private final FileLock lock;
  private final EmbeddedPostgres server;
  private final @Nullable Process guard;

  /** Starts the server over the data in the folder, made when it is not there. */
  EmbeddedDatabase(Path folder) throws IOException {
    Files.createDirectories(folder);
    lockFile =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    lock = lockOf(lockFile, folder);
    Path data = folder.resolve("data");
    Path complete = folder.resolve("complete");
    stopLeftOver(data);
    if (!Files.exists(complete)) {
      // A start that was cut off while it made the folder leaves half of one.
      FileSystemUtils.deleteRecursively(data);
    }
    server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data.toFile())
            .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(PATIENCE)
            .setServerConfig("fsync", "on")
            .setServerConfig("listen_addresses", "localhost")
            .start();
    guard = startGuard(postmaster(data));
    Files.writeString(complete, "");
  }

  String jdbcUrl() {
    return "jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort());
  }

  @Override
  public void close() throws IOException {
    server.close();
    if (guard != null) {
      try (var pipe = guard.outputWriter(StandardCharsets.UTF_8)) {
        pipe.write("stopped\n");
      }
    }
    lock.release();
    lockFile.close();
  }

  private static FileLock lockOf(FileChannel file, Path folder) throws IOException {
    FileLock lock;
    try {
      lock = file.tryLock();
    } catch (OverlappingFileLockException held) {
      lock = null;
    }
    if (lock == null) {
      file.close();
      throw new IllegalStateException(
          "Another ProtoWorks already runs on the data in %s. Stop it first, or give this one a folder of its own with protoworks.embedded-database.folder."
              .formatted(folder.toAbsolutePath()));
    }
    return lock;
  }

  /** We hold the lock, so a server that runs on this data has lost its application. */
  private static void stopLeftOver(Path data) throws IOException {
    Long pid = postmaster(data);
    ProcessHandle process = pid == null ? null : ProcessHandle.of(pid).orElse(null);
    if (pid == null || process == null || !isPostgres(process)) {
      return;
    }
    LOG.warn("Stopping the PostgreSQL (process {}) that an earlier run left behind.", pid);
    try {
      new ProcessBuilder("kill", "-INT", pid.toString()).inheritIO().start().waitFor();
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException late) {
      throw new IOException("the PostgreSQL of an earlier run does not stop, process " + pid, late);
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(command -> command.contains("postgres")).orElse(true);
  }

  /** The server's process, as it wrote it into its data folder; null when none did. */
  private static @Nullable Long postmaster(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return null;
    }
    var lines = Files.readAllLines(file);
    return lines.isEmpty() ? null : Long.valueOf(lines.getFirst().strip());
  }

  private static @Nullable Process startGuard(@Nullable Long pid) throws IOException {
    if (pid == null || System.getProperty("os.name", "").startsWith("Windows")) {
      return null;
    }
    boolean canDetach = Files.isExecutable(Path.of("/usr/bin/setsid"));
    var command = new java.util.ArrayList<String>();
    if (canDetach) {
      command.add("/usr/bin/setsid");
    }
    command.addAll(java.util.List.of("sh", "-c", GUARD, "protoworks-guard", pid.toString()));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
