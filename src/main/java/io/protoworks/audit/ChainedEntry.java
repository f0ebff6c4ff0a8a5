package io.protoworks.audit;

import io.protoworks.platform.LoggedEvent;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact in its chain, whose head has this id. */
record ChainedEntry(
    UUID headId,
    AuditFact fact,
    long sequence,
    OffsetDateTime timestamp,
    @Nullable String prevChainHash,
    String chainHash) {

  /** Chains the fact to the last entry of its chain. */
  static ChainedEntry of(AuditChainHead head, AuditFact fact, OffsetDateTime timestamp) {
    long sequence = head.sequence() + 1;
    return new ChainedEntry(
        head.id(),
        fact,
        sequence,
        timestamp,
        head.chainHash(),
        AuditEntry.of(fact, sequence, timestamp).chainHash(head.chainHash()));
  }

  /** As it is told to those who follow the thing; null for what is no event. */
  @Nullable LoggedEvent event() {
    UUID projectId = fact.scopeId();
    if (projectId == null || !fact.eventState().isEvent()) {
      return null;
    }
    return new LoggedEvent(
        projectId,
        sequence,
        timestamp,
        fact.eventType(),
        fact.entityType(),
        fact.entityId(),
        fact.userId(),
        fact.eventState());
  }
}
