package io.protoworks.webhook;

import io.protoworks.event.EventCursor;
import io.protoworks.platform.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to an endpoint, a repetition of one, or a test.
 *
 * @param id what the receiver sees as {@code webhook-id}
 * @param sequence of the event in the project's log; null for a test
 * @param payload the body; null until it was read, and for whom it was not read
 * @param attempts how often it was tried in all
 * @param retries how often it was tried since it was made or taken up again
 */
public record WebhookDelivery(
    UUID id,
    UUID endpointId,
    UUID projectId,
    @Nullable Long sequence,
    String eventType,
    WebhookDeliveryStatus status,
    @Nullable String payload,
    int attempts,
    int retries,
    @Nullable OffsetDateTime nextAttemptAt,
    OffsetDateTime createdAt,
    @Nullable OffsetDateTime settledAt,
    @Nullable UUID replayOf)
    implements Row {
  static final String PING = "webhook.ping";

  /** What the receiver sees as {@code webhook-id}. */
  public String messageId() {
    return id.toString();
  }

  /** Whether the deliveries of later events wait for it. */
  boolean isInOrder() {
    return sequence != null && replayOf == null;
  }

  boolean isPing() {
    return sequence == null;
  }

  boolean isPending() {
    return status == WebhookDeliveryStatus.PENDING;
  }

  /** The event's place in the log; null for a test. */
  public @Nullable String cursor() {
    return sequence == null ? null : EventCursor.of(projectId, sequence);
  }

  /** For the audit and for who may not read the body. */
  WebhookDelivery withoutPayload() {
    return new WebhookDelivery(
        id,
        endpointId,
        projectId,
        sequence,
        eventType,
        status,
        null,
        attempts,
        retries,
        nextAttemptAt,
        createdAt,
        settledAt,
        replayOf);
  }
}
