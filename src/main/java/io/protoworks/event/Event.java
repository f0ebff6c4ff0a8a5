package io.protoworks.event;

import io.protoworks.platform.NodeId;
import io.protoworks.platform.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a thing of a project.
 *
 * @param sequence its place in the project's log
 * @param type what happened, {@code protocol.submitted}
 * @param entityType the graph's type of the thing
 * @param comment what was said with it
 */
public record Event(
    UUID projectId,
    long sequence,
    OffsetDateTime occurredAt,
    String type,
    String entityType,
    UUID entityId,
    @Nullable UUID subsystemId,
    @Nullable UUID protocolId,
    UUID userId,
    @Nullable String previousState,
    String state,
    @Nullable String comment)
    implements Row {

  /** Where to resume to get what happened after it. */
  public String cursor() {
    return EventCursor.of(projectId, sequence);
  }

  public EventTopic topic() {
    return EventTopic.ofType(entityType);
  }

  NodeId entity() {
    return new NodeId(entityType, entityId);
  }
}
