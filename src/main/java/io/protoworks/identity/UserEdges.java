package io.protoworks.identity;

import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class UserEdges implements GraphModule {
  private final UserService users;
  private final CompanyService companies;
  private final Reach reach;

  UserEdges(UserService users, CompanyService companies, Reach reach) {
    this.users = users;
    this.reach = reach;
    this.companies = companies;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(User.class, "User", User::id, users::listVisibleByIds);
    graph.one(
        "User", "company", User::companyId, (viewer, ids) -> companies.listByIds(ids), Company::id);
    graph.one("User", "discipline", User::disciplineId, Discipline.class);
    graph.value(
        "User", "permissions", User::id, (viewer, ids, none) -> reach.permissions(viewer, ids));
    usersOf(graph, "Company", "users", Company::id, UserParent.COMPANY);
    usersOf(graph, "Discipline", "users", Discipline::id, UserParent.DISCIPLINE);
    usersOf(graph, "Department", "members", Department::id, UserParent.DEPARTMENT);
    usersOf(graph, "Role", "users", Role::id, UserParent.ROLE);
  }

  private <P> void usersOf(
      Graph graph, String type, String field, Function<P, @Nullable UUID> id, UserParent parent) {
    graph.<P, UserQuery, UserOfParent, User>connection(
        type,
        field,
        id,
        UserQuery.class,
        new Graph.Paging<>(UserQuery::page, UserQuery::placeUnderParent),
        (viewer, ids, query, page) -> users.listByParentIds(viewer, parent, ids, query, page),
        UserOfParent::parentId,
        UserOfParent::user,
        (viewer, ids, query) -> users.countByParentIds(viewer, parent, ids, query));
  }
}
