package io.protoworks.event;

import io.protoworks.platform.Daemon;
import io.protoworks.platform.EventLog;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Service;

/**
 * Tells other nodes that there are new events, and hears it of them, on one connection of its own.
 * A hint may be lost: the log is read now and then without.
 *
 * <p>Notifying in each transaction would make their commits wait for each other. So it is done
 * after them, once for all that were committed meanwhile.
 */
@Service
class EventHints extends Daemon implements EventLog.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(EventHints.class);
  private static final String CHANNEL = "protoworks_events";
  private static final int LISTEN_MILLISECONDS = 10_000;

  private final EventMapper events;
  private final EventFeed feed;
  private final JdbcConnectionDetails database;
  private final EventProperties properties;
  private final Semaphore unsaid = new Semaphore(0);
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
  protected void begin() {
    repeat("event-hints-out", properties.reconnect(), this::tell);
    repeat("event-hints-in", properties.reconnect(), this::listenUntilLost);
  }

  @Override
  protected void end() {
    unsaid.release();
    close(listening);
  }

  private void tell() throws InterruptedException {
    unsaid.acquire();
    unsaid.drainPermits();
    if (isRunning()) {
      events.hint(CHANNEL);
    }
  }

  private void listenUntilLost() throws SQLException {
    try (Connection connection = connect()) {
      listening = connection;
      // What was said while nobody listened.
      feed.hint();
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
      PGNotification[] hints = connection.getNotifications(LISTEN_MILLISECONDS);
      if (hints != null && hints.length > 0) {
        feed.hint();
      }
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
