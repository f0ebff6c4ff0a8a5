package io.protoworks.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Service;

/**
 * Tells all nodes that there is something new to read, and hears it of them, on one connection of
 * its own. A hint may be lost: whoever waits for one reads now and then without.
 *
 * <p>Notifying in each transaction would make their commits wait for each other. So it is done
 * after them, once for all that were committed meanwhile.
 */
@Service
public class Hints extends Daemon {
  private static final Logger LOG = LoggerFactory.getLogger(Hints.class);
  private static final String CHANNEL = "protoworks_hints";
  private static final Duration RECONNECT = Duration.ofSeconds(1);
  private static final int LISTEN_MILLISECONDS = 10_000;

  private final HintMapper hints;
  private final ObjectProvider<Listener> listeners;
  private final JdbcConnectionDetails database;
  private final String node = UUID.randomUUID().toString();
  private final Set<String> unsaid = ConcurrentHashMap.newKeySet();
  private final Semaphore work = new Semaphore(0);
  private volatile @Nullable Connection listening;

  Hints(HintMapper hints, ObjectProvider<Listener> listeners, JdbcConnectionDetails database) {
    this.hints = hints;
    this.listeners = listeners;
    this.database = database;
  }

  /** Reads what is new when it hears that there is some. */
  public interface Listener {
    /** What it reads: a word without spaces. */
    String topic();

    /** There may be something new. Returns at once. */
    void heard();
  }

  /** Says that there is something new of a topic, once that is committed. */
  public void say(String topic) {
    pass(topic);
    unsaid.add(topic);
    work.release();
  }

  @Override
  protected void begin() {
    repeat("event-hints-out", RECONNECT, this::tell);
    repeat("event-hints-in", RECONNECT, this::listenUntilLost);
  }

  @Override
  protected void end() {
    work.release();
    close(listening);
  }

  private void tell() throws InterruptedException {
    work.acquire();
    work.drainPermits();
    for (String topic : Set.copyOf(unsaid)) {
      unsaid.remove(topic);
      if (isRunning()) {
        hints.say(CHANNEL, topic + " " + node);
      }
    }
  }

  private void listenUntilLost() throws SQLException {
    try (Connection connection = connect()) {
      listening = connection;
      // What was said while nobody listened.
      listeners.forEach(Listener::heard);
      listen(connection.unwrap(PGConnection.class));
    }
  }

  private Connection connect() throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            database.getJdbcUrl(), database.getUsername(), database.getPassword());
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + CHANNEL);
    } catch (SQLException failure) {
      close(connection);
      throw failure;
    }
    return connection;
  }

  private void listen(PGConnection connection) throws SQLException {
    while (isRunning()) {
      PGNotification[] heard = connection.getNotifications(LISTEN_MILLISECONDS);
      if (heard != null) {
        for (PGNotification hint : heard) {
          String[] said = hint.getParameter().split(" ", 2);
          if (!said[said.length - 1].equals(node)) {
            pass(said[0]);
          }
        }
      }
    }
  }

  private void pass(String topic) {
    listeners.stream().filter(listener -> listener.topic().equals(topic)).forEach(Listener::heard);
  }

  private static void close(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException gone) {
        LOG.debug("The connection was gone already.", gone);
      }
    }
  }
}
