package io.protoworks.identity;

import io.protoworks.platform.Viewer;
import java.util.UUID;

/**
 * How much of the directory of companies and people a viewer finds: all with the permission {@code
 * users.read}, else their own company.
 *
 * <p>Who someone is shows wherever a viewer sees what that person did; the directory is about
 * finding them.
 */
record Directory(UUID userId, boolean whole) {
  static Directory of(Viewer viewer) {
    return new Directory(viewer.userId(), viewer.may(IdentityPermission.USERS_READ));
  }
}
