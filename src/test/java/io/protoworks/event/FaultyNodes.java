package io.protoworks.event;

import io.protoworks.testing.Api;
import io.protoworks.testing.OtherServer;
import io.protoworks.testing.ServerTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two servers on one database, of which now and then one dies, and whose connections break. */
final class FaultyNodes implements AutoCloseable {
  private static final int NODES = 2;
  private static final int BREAKS_PER_KILL = 6;

  private final Api api;
  private final JdbcClient database;
  private final Random random;
  private final AtomicReferenceArray<OtherServer> nodes = new AtomicReferenceArray<>(NODES);
  private int killed;
  private int broken;

  FaultyNodes(Api api, JdbcClient database, Random random) {
    this.api = api;
    this.database = database;
    this.random = random;
    for (int number = 0; number < NODES; number++) {
      nodes.set(number, start());
    }
  }

  private OtherServer start() {
    try {
      return OtherServer.start(
          api,
          "192m",
          "protoworks.access-token.secret=" + ServerTest.ACCESS_TOKEN_SECRET,
          "protoworks.files.folder=target/files/faulty",
          "spring.datasource.hikari.maximum-pool-size=6");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The address of one of them, which may be dead. */
  URI any(Random chooser) {
    return nodes.get(chooser.nextInt(NODES)).uri("/graphql");
  }

  /** Breaks connections to the database, and kills a node after every few. */
  void breakUntil(Instant end) {
    List<Integer> order = new ArrayList<>(List.of(0));
    while (Instant.now().isBefore(end)) {
      breakConnections();
      if (broken % BREAKS_PER_KILL == 0) {
        int victim = order.getLast();
        order.add(1 - victim);
        replace(victim);
      }
    }
  }

  /** In the middle of whatever they do; as many as a network that fails for a moment takes. */
  private void breakConnections() {
    database
        .sql(
            """
            select count(pg_terminate_backend(pid))
              from (select pid from pg_stat_activity
                     where datname = current_database() and pid <> pg_backend_pid()
                       and application_name = 'PostgreSQL JDBC Driver'
                       and (state <> 'idle' or query = 'listen protoworks_events')
                     order by md5(pid::text || ?)
                     limit 3) chosen
            """)
        .param(Integer.toString(random.nextInt()))
        .query(Integer.class)
        .single();
    broken++;
    pause();
  }

  /** Lets them go on for a while: what is broken at once is never at work. */
  private void pause() {
    database
        .sql("select pg_sleep(?)")
        .param(0.2 + random.nextDouble())
        .query((row, n) -> "")
        .list();
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

  @Override
  public void close() {
    for (int number = 0; number < NODES; number++) {
      nodes.get(number).close();
    }
  }
}
