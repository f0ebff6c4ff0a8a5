package io.protoworks.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.protoworks.ProtoWorks;
import io.protoworks.testing.Api;
import io.protoworks.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new installation, on a database of its own. */
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTests {
  private static final String HINT = "Set protoworks.first-administrator.email";
  private static final String PASSWORD = "long enough to be one";

  private static String newDatabase() throws SQLException {
    TestDatabase.Address address = TestDatabase.address();
    String name = "installation_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection =
            DriverManager.getConnection(address.url(), address.username(), address.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return address.url().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
  }

  private static ConfigurableApplicationContext start(String url, String... settings) {
    TestDatabase.Address address = TestDatabase.address();
    List<String> arguments = new ArrayList<>(List.of(settings));
    arguments.add("--server.port=0");
    arguments.add("--spring.datasource.url=" + url);
    arguments.add("--spring.datasource.username=" + address.username());
    arguments.add("--spring.datasource.password=" + address.password());
    arguments.add("--protoworks.files.folder=target/files/" + UUID.randomUUID());
    // The scan finds the fixtures of the tests, too; they need the client.
    return new SpringApplicationBuilder(ProtoWorks.class, Api.class)
        .run(arguments.toArray(String[]::new));
  }

  private static FirstAdministrator another(ConfigurableApplicationContext started, String email) {
    return new FirstAdministrator(
        new FirstAdministratorProperties(email, PASSWORD, "Another", CompanyType.CLIENTE),
        started.getBean(CredentialService.class),
        started.getBean(Passwords.class));
  }

  @Test
  void comesFromTheSettingsAndOnlyOnce(CapturedOutput output) throws SQLException {
    String url = newDatabase();
    try (ConfigurableApplicationContext started = start(url)) {
      assertThat(output).contains(HINT);
      assertThat(started.getBean(CredentialService.class).existsPerson()).isFalse();
      FirstAdministrator tooShort =
          new FirstAdministrator(
              new FirstAdministratorProperties("a@b.example", "short", "B", CompanyType.CLIENTE),
              started.getBean(CredentialService.class),
              started.getBean(Passwords.class));
      assertThatThrownBy(() -> tooShort.run(new DefaultApplicationArguments()))
          .hasMessageContaining("protoworks.first-administrator.password");
      assertThatThrownBy(
              () -> another(started, "no address").run(new DefaultApplicationArguments()))
          .hasMessageContaining("no e-mail address")
          .hasNoCause();
      assertThat(started.getBean(CredentialService.class).existsPerson()).isFalse();
    }
    try (ConfigurableApplicationContext started =
        start(
            url,
            "--protoworks.first-administrator.email=Boss@Site.example",
            "--protoworks.first-administrator.password=" + PASSWORD,
            "--protoworks.first-administrator.company=Sete Mares")) {
      another(started, "second@site.example").run(new DefaultApplicationArguments());
      JdbcClient database = started.getBean(JdbcClient.class);
      assertThat(
              database
                  .sql(
                      "select users.email || ' ' || users.role || ' ' || companies.name"
                          + " from identity.users"
                          + " join identity.companies on companies.id = users.company_id")
                  .query(String.class)
                  .list())
          .containsExactly("boss@site.example ADMIN Sete Mares");
      Credential credential =
          Objects.requireNonNull(
              started.getBean(CredentialService.class).findByEmail("boss@site.example"));
      assertThat(started.getBean(Passwords.class).matches(PASSWORD, credential.passwordHash()))
          .isTrue();
      assertThat(output.getAll()).doesNotContain(PASSWORD).containsOnlyOnce(HINT);
    }
  }
}
