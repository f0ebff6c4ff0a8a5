package io.protoworks.identity;

import io.protoworks.platform.Change;
import io.protoworks.platform.Change.Action;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Id;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Viewer;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has which role beside the base role. Doing twice what is done already changes nothing, so
 * there is no version to name.
 */
@Service
class RoleAssignmentService {
  private static final String USER = "User";

  private final RoleAssignmentMapper assignments;
  private final RoleService roles;
  private final UserService users;
  private final Reach reach;
  private final Changes changes;

  RoleAssignmentService(
      RoleAssignmentMapper assignments,
      RoleService roles,
      UserService users,
      Reach reach,
      Changes changes) {
    this.assignments = assignments;
    this.roles = roles;
    this.users = users;
    this.reach = reach;
    this.changes = changes;
  }

  /** Whom and what it was about. */
  record Assigned(User user, Role role) {}

  record RoleAssignmentInput(Id<User> userId, Id<Role> roleId) {}

  @Transactional
  Assigned assign(Viewer viewer, RoleAssignmentInput input) {
    viewer.require(IdentityPermission.USERS_WRITE);
    User user = users.requireInUse(viewer, input.userId(), "userId");
    Role role = require(viewer, input.roleId());
    RoleAssignment assignment = assignments.insert(user.id(), role.id(), viewer.userId());
    if (assignment != null) {
      changes.record(
          viewer,
          Change.of(Action.UPDATE, USER, "role_assigned", user.id(), null, null, assignment));
    }
    return new Assigned(user, role);
  }

  @Transactional
  Assigned remove(Viewer viewer, RoleAssignmentInput input) {
    viewer.require(IdentityPermission.USERS_WRITE);
    User user = users.require(viewer, input.userId(), "userId");
    Role role = require(viewer, input.roleId());
    RoleAssignment assignment = assignments.delete(user.id(), role.id());
    if (assignment != null) {
      changes.record(
          viewer,
          Change.of(Action.UPDATE, USER, "role_removed", user.id(), null, assignment, null));
    }
    return new Assigned(user, role);
  }

  private Role require(Viewer viewer, Id<Role> id) {
    Role role =
        roles.listVisibleByIds(viewer, List.of(id.uuid())).stream()
            .findFirst()
            .orElseThrow(() -> Refused.unknown("roleId", "role"));
    reach.requireRole(viewer, role);
    return role;
  }
}
