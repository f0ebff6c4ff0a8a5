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
 * @param apiKeyId the API key, else null
 * @param wasSeenLately whether the use of session or key was written down in the last minute
 */
record ViewerRow(
    UUID userId,
    @Nullable UUID sessionId,
    @Nullable UUID apiKeyId,
    List<String> permissions,
    boolean wasSeenLately)
    implements Row {

  Viewer toViewer(Client client) {
    return new Viewer(userId, sessionId, apiKeyId, Set.copyOf(permissions), client);
  }
}
