package io.protoworks.notification;

import io.protoworks.platform.Json;
import io.protoworks.platform.JsonForms;
import io.protoworks.platform.NodeId;
import io.protoworks.platform.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an event concerns a user.
 *
 * @param sequence its place among those of the user
 * @param eventSequence the event's place in the project's log
 * @param actorId who did it
 */
public record Notification(
    UUID id,
    UUID userId,
    long sequence,
    UUID projectId,
    long eventSequence,
    NotificationType type,
    String entityType,
    UUID entityId,
    @Nullable UUID subsystemId,
    @Nullable UUID protocolId,
    UUID actorId,
    OffsetDateTime occurredAt,
    Json payloadJson,
    @Nullable OffsetDateTime readAt,
    OffsetDateTime createdAt)
    implements Row {

  /** Where to resume to get those that came after it. */
  public String cursor() {
    return NotificationCursor.of(userId, sequence);
  }

  public String event() {
    return payload().event();
  }

  public @Nullable String previousState() {
    return payload().previousState();
  }

  public String state() {
    return payload().state();
  }

  public @Nullable String comment() {
    return payload().comment();
  }

  private NotificationPayload payload() {
    return JsonForms.read(NotificationPayload.class, payloadJson);
  }

  NodeId entity() {
    return new NodeId(entityType, entityId);
  }
}
