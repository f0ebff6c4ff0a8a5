package io.protoworks.audit;

import io.protoworks.platform.Change;
import io.protoworks.platform.Json;
import io.protoworks.platform.NodeId;
import io.protoworks.platform.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log.
 *
 * @param number the key that the database counts
 * @param projectId whose chain it belongs to, null for the global chain
 */
public record AuditLog(
    long number,
    @Nullable UUID projectId,
    long sequence,
    UUID userId,
    OffsetDateTime at,
    String ipAddress,
    @Nullable String userAgent,
    Change.Action action,
    String eventType,
    String entityType,
    UUID entityId,
    @Nullable Json previousData,
    @Nullable Json newData,
    @Nullable Json metadata,
    @Nullable String changeReason,
    @Nullable String prevChainHash,
    String chainHash)
    implements Row {

  /** The key in the form that global ids are made of. */
  UUID id() {
    return new UUID(0, number);
  }

  NodeId entity() {
    return new NodeId(entityType, entityId);
  }
}
