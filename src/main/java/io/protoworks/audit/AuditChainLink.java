package io.protoworks.audit;

import io.protoworks.platform.CanonicalJson;
import io.protoworks.platform.Change;
import io.protoworks.platform.Json;
import io.protoworks.platform.Row;
import java.net.InetAddress;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** An entry as the database holds it, to be checked: nothing about it is trusted. */
record AuditChainLink(
    long sequence,
    OffsetDateTime timestamp,
    UUID userId,
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

  /** Whether the hash is that of the entry. */
  boolean isUnaltered(AuditScope scope) {
    try {
      return entry(scope).chainHash(prevChainHash).equals(chainHash);
    } catch (IllegalArgumentException | JacksonException neverWritten) {
      return false;
    }
  }

  private AuditEntry entry(AuditScope scope) {
    return new AuditEntry(
        scope.type(),
        scope.projectId(),
        sequence,
        userId,
        timestamp.withOffsetSameInstant(ZoneOffset.UTC),
        InetAddress.ofLiteral(ipAddress).getHostAddress(),
        userAgent,
        action,
        eventType,
        entityType,
        entityId,
        stored(previousData),
        stored(newData),
        stored(metadata),
        changeReason);
  }

  private static @Nullable CanonicalJson stored(@Nullable Json json) {
    return json == null ? null : CanonicalJson.ofStored(json);
  }
}
