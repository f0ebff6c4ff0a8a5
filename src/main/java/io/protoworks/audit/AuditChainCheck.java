package io.protoworks.audit;

import io.protoworks.audit.AuditChainVerification.AuditChainBreak;
import io.protoworks.audit.AuditChainVerification.AuditChainBreakReason;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Follows a chain from its first entry to its head, and stops where it breaks. */
final class AuditChainCheck {
  private final AuditScope scope;
  private final long headSequence;
  private final @Nullable String headHash;
  private long checked;
  private @Nullable String lastHash;
  private @Nullable AuditChainBreak broken;

  /**
   * Starts before the first entry.
   *
   * @param head null when the chain has none: then it has no entries either
   */
  AuditChainCheck(AuditScope scope, @Nullable AuditChainHead head) {
    this.scope = scope;
    this.headSequence = head == null ? 0 : head.sequence();
    this.headHash = head == null ? null : head.chainHash();
  }

  /** Looks at the next entry that the database holds; false when the chain is broken there. */
  boolean follow(AuditChainLink link) {
    AuditChainBreakReason reason = breakAt(link);
    if (reason != null) {
      broken = new AuditChainBreak(Math.min(link.sequence(), checked + 1), reason);
      return false;
    }
    checked++;
    lastHash = link.chainHash();
    return true;
  }

  private @Nullable AuditChainBreakReason breakAt(AuditChainLink link) {
    if (link.sequence() <= checked || link.sequence() > headSequence) {
      return AuditChainBreakReason.SURPLUS;
    }
    if (link.sequence() > checked + 1) {
      return AuditChainBreakReason.MISSING;
    }
    if (!link.isUnaltered(scope)) {
      return AuditChainBreakReason.ALTERED;
    }
    return Objects.equals(link.prevChainHash(), lastHash) ? null : AuditChainBreakReason.UNLINKED;
  }

  /** The outcome, once there are no more entries or the chain is broken. */
  AuditChainVerification outcome() {
    if (broken == null && checked < headSequence) {
      broken = new AuditChainBreak(checked + 1, AuditChainBreakReason.MISSING);
    }
    if (broken == null && !Objects.equals(lastHash, headHash)) {
      broken = new AuditChainBreak(checked, AuditChainBreakReason.HEAD_DIFFERS);
    }
    return new AuditChainVerification(checked, broken);
  }
}
