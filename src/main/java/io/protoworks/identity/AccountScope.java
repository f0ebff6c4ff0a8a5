package io.protoworks.identity;

import io.protoworks.platform.Failure;
import io.protoworks.platform.Viewer;
import java.util.UUID;

/**
 * Whose sessions, devices and API keys a viewer finds: everybody's with the permission {@code
 * users.write}, else their own.
 */
record AccountScope(UUID userId, boolean whole) {
  static AccountScope of(Viewer viewer) {
    return new AccountScope(viewer.userId(), viewer.may(IdentityPermission.USERS_WRITE));
  }

  /** The session of a viewer who has signed in; an API key can't do what needs one. */
  static UUID requireSession(Viewer viewer) {
    if (viewer.sessionId() == null) {
      throw Failure.forbiddenBecause(
          "An API key can't do this. Sign in with e-mail address and password.");
    }
    return viewer.sessionId();
  }
}
