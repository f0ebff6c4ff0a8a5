package io.protoworks.event;

import io.protoworks.platform.EventLog;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Tells other nodes that there are new events, and hears it of them, on one connection of its own.
 * A hint may be lost: the log is read now and then without.
 *
 * <p>Notifying in each transaction would make their commits wait for each other. So it is done
 * after them, once for all that were committed meanwhile.
 */
@Service
class EventHints implements EventLog.Listener, SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(EventHints.class);
  private static final String CHANNEL = "protoworks_events";
  private static final int LISTEN_MILLISECONDS = 10_000;

  private final EventMapper events;
  private final EventFeed feed;
  private final JdbcConnectionDetails database;
  private final EventProperties properties;
  private final Semaphore unsaid = new Semaphore(0);
  private volatile boolean running;
  private volatile @Nullable Connection listening;

  EventHints(
      EventMapper events,
      EventFeed feed,
      JdbcConnectionDetails database,
      EventProperties properties) {
    this.events = events;
    this.feed = feed;
    this.database = database;
    this.properties = properties;
  }

  @Override
  public void appended(Set<UUID> projectIds) {
    unsaid.release();
  }

  @Override
  public void start() {
    running = true;
    Thread.ofPlatform().daemon().name("event-hints-out").start(this::tellUntilStopped);
    Thread.ofPlatform().daemon().name("event-hints-in").start(this::listenUntilStopped);
  }

  @Override
  public void stop() {
    running = false;
    unsaid.release();
    close(listening);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** It ends once and for all. */
  @Override
  public boolean isPauseable() {
    return false;
  }

  private void tellUntilStopped() {
    while (running) {
      try {
        unsaid.acquire();
        unsaid.drainPermits();
        if (running) {
          events.hint(CHANNEL);
        }
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return;
      } catch (DataAccessException failure) {
        LOG.warn(
            "Other nodes were not told of new events; they will see. {}", failure.getMessage());
      }
    }
  }

  private void listenUntilStopped() {
    while (running) {
      try (Connection connection = connect()) {
        listening = connection;
        // What was said while nobody listened.
        feed.hint();
        listen(connection.unwrap(PGConnection.class));
      } catch (SQLException failure) {
        if (running) {
          LOG.warn("Not listening for events; trying again: {}", failure.getMessage());
          pause();
        }
      }
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
    while (running) {
      PGNotification[] hints = connection.getNotifications(LISTEN_MILLISECONDS);
      if (hints != null && hints.length > 0) {
        feed.hint();
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(properties.reconnect().toMillis());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
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
