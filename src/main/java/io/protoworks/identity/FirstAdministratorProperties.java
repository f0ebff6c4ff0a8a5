package io.protoworks.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who keeps a new installation, until there is a user; none has a default.
 *
 * @param email their login name
 * @param password their first password
 * @param company the name of the company they work for
 * @param companyType its trade
 */
@ConfigurationProperties("protoworks.first-administrator")
record FirstAdministratorProperties(
    @Nullable String email,
    @Nullable String password,
    @Nullable String company,
    @DefaultValue("GERENCIADORA") CompanyType companyType) {

  @Override
  public String toString() {
    return "FirstAdministratorProperties[%s, %s, %s]".formatted(email, company, companyType);
  }
}
