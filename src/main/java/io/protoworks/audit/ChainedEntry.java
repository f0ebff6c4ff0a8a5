package io.protoworks.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry in its chain, whose head has this id. */
record ChainedEntry(
    UUID headId, AuditEntry entry, @Nullable String prevChainHash, String chainHash) {

  /** Chains the entry to the last one of its chain. */
  static ChainedEntry of(AuditChainHead head, AuditEntry entry) {
    return new ChainedEntry(head.id(), entry, head.chainHash(), entry.chainHash(head.chainHash()));
  }
}
