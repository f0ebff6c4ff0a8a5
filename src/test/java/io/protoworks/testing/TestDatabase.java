package io.protoworks.testing;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL of a test run: a container when a Docker engine answers, the embedded server when
 * not, or the one that {@code test.datasource.url} names. One for all test classes.
 */
public final class TestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final Logger LOG = LoggerFactory.getLogger(TestDatabase.class);

  /** The property that names a database of a test's own. */
  private static final String OWN = "test.database";

  private static final String IMAGE = "postgres:18-alpine";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Where the database is and how to get in. */
  public record Address(String url, String username, String password) {}

  /** A server, and how one of its processes is killed; null where it is not ours to break. */
  private record Server(Address address, @Nullable Killer killer) {}

  /** Ends a process of a server by SIGKILL. */
  @FunctionalInterface
  private interface Killer {
    void kill(long pid) throws IOException, InterruptedException;
  }

  private static final class Started {
    private static final Server SERVER = start();
  }

  public static Address address() {
    return Started.SERVER.address();
  }

  /** That of a started application. */
  public static Address address(Environment environment) {
    return new Address(
        environment.getRequiredProperty("spring.datasource.url"),
        environment.getRequiredProperty("spring.datasource.username"),
        environment.getRequiredProperty("spring.datasource.password"));
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    String own = context.getEnvironment().getProperty(OWN);
    Address address = own == null ? address() : ofItsOwn(own);
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "testDatabase",
                Map.of(
                    "spring.datasource.url", address.url(),
                    "spring.datasource.username", address.username(),
                    "spring.datasource.password", address.password())));
  }

  /** Whether it was started for this run; one that was named may serve others, too. */
  public static boolean isOfThisRun() {
    return Started.SERVER.killer() != null;
  }

  /**
   * Crashes the whole server, and returns when it takes connections again. SIGKILL of one process
   * makes PostgreSQL end all others without letting them finish anything, since that one may have
   * damaged what they share; then it recovers from its log, as after a power cut.
   */
  public static void crash() throws IOException, InterruptedException, SQLException {
    Killer killer = Started.SERVER.killer();
    if (killer == null) {
      throw new IllegalStateException(
          "The server that test.datasource.url names may serve others, too, and is not crashed.");
    }
    OffsetDateTime before;
    try (Connection victim = connect(address());
        Statement statement = victim.createStatement()) {
      before = startOf(statement);
      killer.kill(victim.unwrap(PGConnection.class).getBackendPID());
    }
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(SQLException.class)
        .until(() -> startOf(address()).isAfter(before));
  }

  private static OffsetDateTime startOf(Address address) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      return startOf(statement);
    }
  }

  /** The checkpointer starts anew with all others or not at all; the postmaster survives. */
  private static OffsetDateTime startOf(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "select backend_start from pg_stat_activity where backend_type = 'checkpointer'")) {
      rows.next();
      return rows.getObject(1, OffsetDateTime.class);
    }
  }

  private static Connection connect(Address address) throws SQLException {
    return DriverManager.getConnection(address.url(), address.username(), address.password());
  }

  /** A database on the same server that no other test writes into. */
  private static Address ofItsOwn(String name) {
    Address shared = address();
    try (Connection connection = connect(shared);
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists %s with (force)".formatted(name));
      statement.execute("create database " + name);
      // The embedded server's default is "off": a crash undoes what was committed just before.
      statement.execute("alter database %s set synchronous_commit = on".formatted(name));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    String url = shared.url().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
    return new Address(url, shared.username(), shared.password());
  }

  private static Server start() {
    String given = System.getProperty("test.datasource.url");
    if (given != null) {
      LOG.info("Tests run on the PostgreSQL at {}.", given);
      return new Server(
          new Address(
              given,
              System.getProperty("test.datasource.username", "postgres"),
              System.getProperty("test.datasource.password", "")),
          null);
    }
    return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
  }

  @SuppressWarnings("resource") // lives as long as the test run; Testcontainers ends it
  private static Server container() {
    LOG.info("Tests run on PostgreSQL in a container ({}).", IMAGE);
    PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
    container.start();
    return new Server(
        new Address(container.getJdbcUrl(), container.getUsername(), container.getPassword()),
        pid -> kill(container, pid));
  }

  private static void kill(PostgreSQLContainer container, long pid)
      throws IOException, InterruptedException {
    ExecResult result = container.execInContainer("kill", "-9", Long.toString(pid));
    if (result.getExitCode() != 0) {
      throw new IllegalStateException(result.getStderr());
    }
  }

  @SuppressWarnings("resource") // lives as long as the test run; its shutdown hook ends it
  private static Server embedded() {
    LOG.info("Tests run on the embedded PostgreSQL: no Docker engine answers.");
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      return new Server(
          new Address(
              "jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort()),
              "postgres",
              ""),
          pid -> ProcessHandle.of(pid).orElseThrow().destroyForcibly());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
