package io.protoworks.event;

import static org.awaitility.Awaitility.await;

import io.protoworks.testing.Api;
import io.protoworks.testing.OtherServer;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two servers on one database; now and then one of the three dies, and connections break. */
final class FaultyNodes implements AutoCloseable {
  private static final int NODES = 2;
  private static final int BREAKS_PER_KILL = 5;

  /** The first time before the first kill, and then before every second one. */
  private static final int BREAKS_PER_CRASH = 2 * BREAKS_PER_KILL;

  private static final int BREAKS_BEFORE_CRASH = 2;

  private final Api api;
  private final TestDatabase.Address address;
  private final JdbcClient database;
  private final Random random;
  private final AtomicReferenceArray<OtherServer> nodes = new AtomicReferenceArray<>(NODES);
  private volatile boolean closed;
  private int killed;
  private int broken;
  private int crashed;

  FaultyNodes(Api api, TestDatabase.Address address, JdbcClient database, Random random) {
    this.api = api;
    this.address = address;
    this.database = database;
    this.random = random;
    List<CompletableFuture<OtherServer>> starting =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(this::start, Thread::startVirtualThread))
            .limit(NODES)
            .toList();
    for (int number = 0; number < NODES; number++) {
      nodes.set(number, starting.get(number).join());
    }
  }

  private OtherServer start() {
    try {
      return OtherServer.start(
          api,
          address,
          "192m",
          "protoworks.access-token.secret=" + ServerTest.ACCESS_TOKEN_SECRET,
          "protoworks.files.folder=target/files/faulty",
          "protoworks.webhook.secret-key=" + ServerTest.WEBHOOK_SECRET_KEY,
          "protoworks.webhook.allow-private-networks=true",
          "protoworks.webhook.schedule=" + FaultWebhook.SCHEDULE,
          "protoworks.webhook.timeout=" + FaultReceiver.PATIENCE_OF_SENDERS.toMillis() + "ms",
          "protoworks.webhook.poll=1s",
          "protoworks.background.poll=50ms",
          "protoworks.background.heartbeat=500ms",
          "spring.datasource.hikari.maximum-pool-size=6");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The address of one of them, which may be dead. */
  URI any(Random chooser) {
    return nodes.get(chooser.nextInt(NODES)).uri("/graphql");
  }

  /** Breaks connections to the database, and after every few crashes it or kills a node. */
  void breakUntil(Instant end) {
    while (Instant.now().isBefore(end)) {
      breakConnections();
      if (TestDatabase.isOfThisRun() && broken % BREAKS_PER_CRASH == BREAKS_BEFORE_CRASH) {
        crashDatabase();
      }
      if (broken % BREAKS_PER_KILL == 0) {
        replace(killed % NODES);
      }
    }
  }

  /** In the middle of whatever they do; as many as a network that fails for a moment takes. */
  private void breakConnections() {
    // The first connections after a crash are those that broke by it.
    await().ignoreExceptionsInstanceOf(DataAccessException.class).until(this::terminate, n -> true);
    broken++;
    pause();
  }

  private int terminate() {
    return database
        .sql(
            """
            select count(pg_terminate_backend(pid))
              from (select pid from pg_stat_activity
                     where datname = current_database() and pid <> pg_backend_pid()
                       and application_name = 'PostgreSQL JDBC Driver'
                       and (state <> 'idle' or query = 'listen protoworks_hints')
                     order by md5(pid::text || ?)
                     limit 3) chosen
            """)
        .param(Integer.toString(random.nextInt()))
        .query(Integer.class)
        .single();
  }

  /** Lets them go on for a while: what is broken at once is never at work. */
  private void pause() {
    LockSupport.parkNanos((long) ((0.2 + random.nextDouble()) * 1e9));
  }

  private void crashDatabase() {
    try {
      TestDatabase.crash();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (IOException | SQLException failure) {
      throw new IllegalStateException(failure);
    }
    crashed++;
    pause();
  }

  private void replace(int victim) {
    try {
      nodes.get(victim).kill();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    killed++;
    nodes.set(victim, start());
  }

  int killed() {
    return killed;
  }

  int broken() {
    return broken;
  }

  int crashed() {
    return crashed;
  }

  @Override
  public String toString() {
    return "killed %d nodes, broke connections %d times, crashed the database %d times"
        .formatted(killed, broken, crashed);
  }

  /** Whether it is over, and nobody will answer any more. */
  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    for (int number = 0; number < NODES; number++) {
      nodes.get(number).close();
    }
  }
}
