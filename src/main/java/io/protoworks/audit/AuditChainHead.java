package io.protoworks.audit;

import io.protoworks.platform.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The end of a chain.
 *
 * @param sequence the last entry's, 0 while there is none
 * @param chainHash the last entry's, null while there is none
 * @param updatedAt when the chain last grew
 */
record AuditChainHead(
    UUID id,
    @Nullable UUID scopeId,
    long sequence,
    @Nullable String chainHash,
    OffsetDateTime updatedAt)
    implements Row {

  AuditScope scope() {
    return new AuditScope(scopeId);
  }

  /** The head once this entry is appended. */
  AuditChainHead after(ChainedEntry entry) {
    return new AuditChainHead(id, scopeId, entry.sequence(), entry.chainHash(), entry.timestamp());
  }
}
