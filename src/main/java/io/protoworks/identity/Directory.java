package io.protoworks.identity;

import io.protoworks.platform.Viewer;
import java.util.UUID;

/**
 * How much of the directory of companies and people a viewer finds: all with the permission {@code
 * users.read}, else their own company; of departments and roles, else those that they belong to.
 *
 * <p>Who someone is shows wherever a viewer sees what that person did; the directory is about
 * finding them.
 */
record Directory(UUID userId, boolean whole) {
  static Directory of(Viewer viewer) {
    return new Directory(viewer.userId(), viewer.may(IdentityPermission.USERS_READ));
  }

  /** Whoever keeps the departments must see them all. */
  static Directory ofDepartments(Viewer viewer) {
    return new Directory(
        viewer.userId(),
        viewer.may(IdentityPermission.USERS_READ)
            || viewer.may(IdentityPermission.DEPARTMENTS_WRITE));
  }

  /** Whoever keeps the roles must see them all. */
  static Directory ofRoles(Viewer viewer) {
    return new Directory(
        viewer.userId(),
        viewer.may(IdentityPermission.USERS_READ) || viewer.may(IdentityPermission.ROLES_WRITE));
  }
}
