package io.protoworks.webhook;

import io.protoworks.platform.Viewer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint is to be.
 *
 * @param ownerId who says so, and in whose rights events are read from then on
 * @param position where it begins; only of a new one
 */
record WebhookEndpointDraft(
    UUID projectId,
    String url,
    @Nullable List<String> eventTypes,
    String selection,
    UUID ownerId,
    @Nullable UUID apiKeyId,
    long position) {
  static WebhookEndpointDraft of(
      Viewer owner,
      UUID projectId,
      String url,
      @Nullable List<String> eventTypes,
      String selection,
      long position) {
    return new WebhookEndpointDraft(
        projectId, url, eventTypes, selection, owner.userId(), owner.apiKeyId(), position);
  }

  /** For the statement. */
  public String @Nullable [] types() {
    return eventTypes == null ? null : eventTypes.toArray(String[]::new);
  }
}
