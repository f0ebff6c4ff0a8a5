package io.protoworks.identity;

import io.protoworks.platform.Refused;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Keeps rights from growing: nobody gives what they don't have, nor takes over or shuts out someone
 * who may do more than they; and somebody always can administer.
 */
@Service
class Reach {
  private final UserAccessMapper access;
  private final RoleMapper roles;

  Reach(UserAccessMapper access, RoleMapper roles) {
    this.access = access;
    this.roles = roles;
  }

  /** What these users may do, as far as the viewer may know: of themselves, or of all. */
  Map<UUID, List<String>> permissions(Viewer viewer, Collection<UUID> userIds) {
    return access
        .listPermissionsByUserIds(Directory.of(viewer), userIds.toArray(UUID[]::new))
        .stream()
        .collect(Collectors.toMap(PermissionsOfUser::userId, PermissionsOfUser::permissions));
  }

  /** Who gives a base role must have all that it permits. */
  void requireRole(Viewer viewer, UserRole role) {
    requireAll(viewer, roles.listPermissionsOfBaseRole(role));
  }

  /** Who gives a role, or takes it away, must have all that it permits. */
  void requireRole(Viewer viewer, Role role) {
    requireAll(viewer, role.permissions());
  }

  /** Who changes a user must have all that the user has, or had before being shut out. */
  void requireOver(Viewer viewer, User user) {
    if (user.isSystem()) {
      throw Refused.invalid("id", "The system user is no person and can't be changed.");
    }
    requireAll(viewer, access.listGrantedPermissions(user.id()));
  }

  /** What one does not have one neither gives nor takes, unless one may give any. */
  void requireAll(Viewer viewer, Collection<String> permissions) {
    if (!viewer.may(IdentityPermission.ROLES_GRANT)) {
      permissions.forEach(viewer::require);
    }
  }

  /**
   * Refuses what would leave nobody with the base role ADMIN who can act. Two at once wait for each
   * other, so that they can't each be content with the other's administrator.
   */
  void refuseLastAdmin(User user) {
    if (user.role() != UserRole.ADMIN || !user.isActive() || user.status() != UserStatus.ACTIVE) {
      return;
    }
    access.lockAdminRole();
    if (access.countOtherActiveAdmins(user.id()) == 0) {
      throw Refused.invalid(
          "id", "%s is the last active ADMIN; make another one first.".formatted(user.name()));
    }
  }
}
