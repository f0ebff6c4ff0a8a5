package io.protoworks.intake;

import io.protoworks.platform.Viewer;
import java.util.UUID;

/**
 * Whose imports a viewer sees: their own, and with the permission {@code registers.import} in a
 * project all of it, always in projects that they see.
 *
 * @param withinScopes whether the caller's API key, if one is used, reaches the permission at all
 */
record ImportScope(UUID userId, boolean withinScopes) {
  static ImportScope of(Viewer viewer) {
    return new ImportScope(
        viewer.userId(),
        viewer.sessionId() != null || viewer.may(IntakePermission.REGISTERS_IMPORT));
  }
}
