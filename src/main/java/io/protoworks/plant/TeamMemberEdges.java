package io.protoworks.plant;

import io.protoworks.identity.Role;
import io.protoworks.identity.RoleService;
import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

@Component
class TeamMemberEdges implements GraphModule {
  private final TeamMemberService members;
  private final UserService users;
  private final RoleService roles;

  TeamMemberEdges(TeamMemberService members, UserService users, RoleService roles) {
    this.members = members;
    this.users = users;
    this.roles = roles;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(TeamMember.class, "TeamMember", TeamMember::id, members::listVisibleByIds);
    graph.one("TeamMember", "project", TeamMember::projectId, Project.class);
    graph.one(
        "TeamMember", "role", TeamMember::roleId, (viewer, ids) -> roles.listByIds(ids), Role::id);
    Graph.ByIds<User> anyUser = (viewer, ids) -> users.listByIds(ids);
    graph.one("TeamMember", "user", TeamMember::userId, anyUser, User::id);
    graph.one("TeamMember", "addedBy", TeamMember::addedBy, anyUser, User::id);
    graph.connection(
        "Project",
        "teamMembers",
        Project::id,
        TeamMemberArguments.class,
        new Graph.Paging<>(TeamMemberArguments::page, TeamMemberArguments::place),
        members::listByProjectIds,
        TeamMember::projectId,
        members::countByProjectIds);
  }
}
