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

  /**
   * The user as a viewer, with the permissions of this moment.
   *
   * @param sessionId the login that it goes back to, null when there was none, as with an API key
   * @return null when the user is gone or suspended, or the login has ended
   */
  public @Nullable Viewer find(UUID userId, @Nullable UUID sessionId, Client client) {
    ViewerRow row =
        sessionId == null ? viewers.findByUser(userId) : viewers.findBySession(userId, sessionId);
    return row == null ? null : row.toViewer(client);
  }
}
