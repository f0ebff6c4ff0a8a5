package io.protoworks.dossier;

import io.protoworks.identity.Company;
import io.protoworks.identity.User;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the people and companies are called that a document names. */
record Names(Map<UUID, User> users, Map<UUID, Company> companies) {
  String user(@Nullable UUID id) {
    User user = id == null ? null : users.get(id);
    return user == null ? PaperText.NONE : user.name();
  }

  String company(@Nullable UUID id) {
    Company company = id == null ? null : companies.get(id);
    return company == null ? PaperText.NONE : company.name();
  }
}
