package io.protoworks.identity;

import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

@Component
class UserEdges implements GraphModule {
  private final UserService users;
  private final CompanyService companies;

  UserEdges(UserService users, CompanyService companies) {
    this.users = users;
    this.companies = companies;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(User.class, "User", User::id, users::listVisibleByIds);
    graph.one(
        "User", "company", User::companyId, (viewer, ids) -> companies.listByIds(ids), Company::id);
  }
}
