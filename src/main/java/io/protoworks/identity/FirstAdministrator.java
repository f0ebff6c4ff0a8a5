package io.protoworks.identity;

import io.protoworks.platform.Refused;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Makes the first user of a new installation from the settings, or says which are missing. */
@Component
class FirstAdministrator implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

  private final FirstAdministratorProperties properties;
  private final CredentialService credentials;
  private final Passwords passwords;

  FirstAdministrator(
      FirstAdministratorProperties properties, CredentialService credentials, Passwords passwords) {
    this.properties = properties;
    this.credentials = credentials;
    this.passwords = passwords;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (credentials.existsPerson()) {
      return;
    }
    String email = properties.email();
    String password = properties.password();
    String company = properties.company();
    if (email == null || password == null || company == null) {
      LOG.warn(
          "Nobody can sign in yet. Set protoworks.first-administrator.email, .password and"
              + " .company, and start again.");
      return;
    }
    create(email.strip().toLowerCase(Locale.ROOT), password, company);
  }

  private void create(String email, String password, String company) {
    try {
      passwords.requireAcceptable("password", password);
    } catch (Refused refused) {
      throw new IllegalStateException(
          "protoworks.first-administrator.password: " + refused.getMessage(), refused);
    }
    if (insert(email, password, company) != null) {
      LOG.info("Made the first administrator, {} of {}.", email, company);
    }
  }

  /** What the database says of a row that it refuses repeats the row, and so the hash: left out. */
  private @Nullable UUID insert(String email, String password, String company) {
    try {
      return credentials.createFirstAdministrator(
          email, passwords.hash(password), company, properties.companyType());
    } catch (DataIntegrityViolationException refused) {
      throw new IllegalStateException(
          "protoworks.first-administrator: “%s” is no e-mail address, or “%s” no name of a company."
              .formatted(email, company));
    }
  }
}
