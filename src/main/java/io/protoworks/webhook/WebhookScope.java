package io.protoworks.webhook;

import io.protoworks.platform.Viewer;
import java.util.UUID;

/**
 * Whose endpoints a viewer sees: those of the projects in which they have {@code webhooks.manage}.
 *
 * @param withinScopes whether the caller's API key, if one is used, reaches the permission at all
 */
record WebhookScope(UUID userId, boolean withinScopes) {
  static WebhookScope of(Viewer viewer) {
    return new WebhookScope(
        viewer.userId(),
        viewer.sessionId() != null || viewer.may(WebhookPermission.WEBHOOKS_MANAGE));
  }
}
