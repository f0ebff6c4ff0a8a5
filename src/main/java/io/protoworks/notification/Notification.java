package io.protoworks.notification;

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
 * @param event what happened, {@code protocol.submitted}
 * @param comment what was said with it
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
    String event,
    @Nullable String previousState,
    String state,
    @Nullable String comment,
    @Nullable OffsetDateTime readAt,
    OffsetDateTime createdAt)
    implements Row {

  /** Where to resume to get those that came after it. */
  public String cursor() {
    return NotificationCursor.of(userId, sequence);
  }

  NodeId entity() {
    return new NodeId(entityType, entityId);
  }
}
