package io.protoworks.identity;

import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

@Component
class RoleEdges implements GraphModule {
  private final RoleService roles;

  RoleEdges(RoleService roles) {
    this.roles = roles;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(Role.class, "Role", Role::id, roles::listVisibleByIds);
    graph.list(
        "User",
        "roles",
        User::id,
        Graph.NoArguments.class,
        (viewer, ids, none) -> roles.listByUserIds(viewer, ids),
        RoleOfUser::userId,
        RoleOfUser::role);
  }
}
