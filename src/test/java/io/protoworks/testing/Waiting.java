package io.protoworks.testing;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a test hold a lock until somebody waits for it, so that two at once meet for certain. */
@Fixture
public class Waiting {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final JdbcClient database;

  Waiting(JdbcClient database) {
    this.database = database;
  }

  /**
   * Starts something on another thread, and returns as soon as it waits for the transaction of the
   * calling test. The common pool would not do: the client's own steps run there.
   */
  public <T> CompletableFuture<T> start(Supplier<T> other) {
    CompletableFuture<T> started = CompletableFuture.supplyAsync(other, Thread::startVirtualThread);
    untilSomebodyWaits();
    return started;
  }

  private void untilSomebodyWaits() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isSomebodyWaiting()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("nobody waited within " + PATIENCE);
      }
      Thread.onSpinWait();
    }
  }

  private boolean isSomebodyWaiting() {
    return database
        .sql(
            "select exists (select from pg_locks"
                + " where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))")
        .query(Boolean.class)
        .single();
  }
}
