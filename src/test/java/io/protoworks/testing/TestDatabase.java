package io.protoworks.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.testcontainers.DockerClientFactory;
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

  /** Where the database is and how to get in. */
  public record Address(String url, String username, String password) {}

  private static final class Started {
    private static final Address ADDRESS = start();
  }

  public static Address address() {
    return Started.ADDRESS;
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

  /** A database on the same server that no other test writes into. */
  private static Address ofItsOwn(String name) {
    Address shared = address();
    try (Connection connection =
            DriverManager.getConnection(shared.url(), shared.username(), shared.password());
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists %s with (force)".formatted(name));
      statement.execute("create database " + name);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    String url = shared.url().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
    return new Address(url, shared.username(), shared.password());
  }

  private static Address start() {
    String given = System.getProperty("test.datasource.url");
    if (given != null) {
      LOG.info("Tests run on the PostgreSQL at {}.", given);
      return new Address(
          given,
          System.getProperty("test.datasource.username", "postgres"),
          System.getProperty("test.datasource.password", ""));
    }
    return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
  }

  @SuppressWarnings("resource") // lives as long as the test run; Testcontainers ends it
  private static Address container() {
    LOG.info("Tests run on PostgreSQL in a container ({}).", IMAGE);
    PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
    container.start();
    return new Address(container.getJdbcUrl(), container.getUsername(), container.getPassword());
  }

  @SuppressWarnings("resource") // lives as long as the test run; its shutdown hook ends it
  private static Address embedded() {
    LOG.info("Tests run on the embedded PostgreSQL: no Docker engine answers.");
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      return new Address(
          "jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort()), "postgres", "");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
