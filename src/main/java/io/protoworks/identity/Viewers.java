package io.protoworks.identity;

import io.protoworks.platform.Client;
import io.protoworks.platform.Viewer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds out again who somebody is and what they may do, for what goes on without a token: a signed
 * link that is followed, a job that runs in somebody's name.
 */
@Service
public class Viewers {
  private final ViewerMapper viewers;

  Viewers(ViewerMapper viewers) {
    this.viewers = viewers;
  }

  /** For what outlives logins and keys; null when the user is gone or suspended. */
  public @Nullable Viewer find(UUID userId, Client client) {
    return toViewer(viewers.findByUser(userId), client);
  }

  /** For what goes back to a login; null too when that has ended. */
  public @Nullable Viewer findBySession(UUID userId, UUID sessionId, Client client) {
    return toViewer(viewers.findBySession(userId, sessionId), client);
  }

  /** For what goes back to an API key, within its scopes; null too when that has ended. */
  public @Nullable Viewer findByApiKey(UUID userId, UUID apiKeyId, Client client) {
    return toViewer(viewers.findByApiKey(userId, apiKeyId), client);
  }

  /** The viewer as of this moment; null once their login or API key has ended. */
  public @Nullable Viewer renew(Viewer known) {
    if (known.sessionId() != null) {
      return findBySession(known.userId(), known.sessionId(), known.client());
    }
    return known.apiKeyId() == null
        ? find(known.userId(), known.client())
        : findByApiKey(known.userId(), known.apiKeyId(), known.client());
  }

  private static @Nullable Viewer toViewer(@Nullable ViewerRow row, Client client) {
    return row == null ? null : row.toViewer(client);
  }
}
