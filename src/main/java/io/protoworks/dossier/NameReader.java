package io.protoworks.dossier;

import io.protoworks.identity.Company;
import io.protoworks.identity.CompanyService;
import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.platform.Viewer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Reads what people and companies are called. */
@Service
class NameReader {
  private final UserService users;
  private final CompanyService companies;

  NameReader(UserService users, CompanyService companies) {
    this.users = users;
    this.companies = companies;
  }

  Names read(Set<UUID> userIds, Set<UUID> companyIds) {
    return new Names(
        users.listByIds(userIds).stream().collect(Collectors.toMap(User::id, Function.identity())),
        companies.listByIds(companyIds).stream()
            .collect(Collectors.toMap(Company::id, Function.identity())));
  }

  String nameOf(Viewer viewer) {
    return users.listByIds(List.of(viewer.userId())).stream()
        .map(User::name)
        .findFirst()
        .orElse(PaperText.NONE);
  }
}
