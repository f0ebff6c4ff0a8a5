package io.protoworks.identity;

import io.protoworks.platform.Client;
import io.protoworks.platform.Row;
import io.protoworks.platform.Viewer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a token or key stands for at this moment, and what they may do.
 *
 * @param sessionId the session of an access token, else null
 * @param hashedKey the hash of an API key, else null
 * @param wasSeenLately whether the use of session or key was written down in the last minute
 */
record ViewerRow(
    UUID userId,
    @Nullable UUID sessionId,
    @Nullable String hashedKey,
    List<String> permissions,
    boolean wasSeenLately)
    implements Row {

  Viewer toViewer(Client client) {
    return new Viewer(userId, sessionId, Set.copyOf(permissions), client);
  }

  @Override
  public String toString() {
    return "ViewerRow[%s, %s]".formatted(userId, sessionId);
  }
}
