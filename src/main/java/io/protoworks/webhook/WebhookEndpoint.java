package io.protoworks.webhook;

import io.protoworks.event.EventCursor;
import io.protoworks.platform.Row;
import io.protoworks.platform.Versioned;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of a project are sent to.
 *
 * @param eventTypes which; null for all
 * @param selection what is told of each, as a selection set on the type Event
 * @param position the sequence up to which everything was settled
 * @param ownerId in whose rights events are read
 * @param apiKeyId the API key within whose scopes they are read; null for a login
 */
public record WebhookEndpoint(
    UUID id,
    UUID projectId,
    String url,
    @Nullable List<String> eventTypes,
    String selection,
    long position,
    boolean isActive,
    @Nullable OffsetDateTime disabledAt,
    @Nullable String disabledReason,
    UUID ownerId,
    @Nullable UUID apiKeyId,
    int version,
    UUID createdBy,
    OffsetDateTime createdAt,
    OffsetDateTime updatedAt)
    implements Row, Versioned {

  /** The place in the project's log up to which everything was settled. */
  public String cursor() {
    return EventCursor.of(projectId, position);
  }
}
