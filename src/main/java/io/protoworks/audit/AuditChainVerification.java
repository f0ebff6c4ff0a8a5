package io.protoworks.audit;

import org.jspecify.annotations.Nullable;

/**
 * Whether a chain holds.
 *
 * @param checkedCount the entries that were found in order, from the first on
 * @param firstBreak where the chain first breaks, null when it holds
 */
public record AuditChainVerification(long checkedCount, @Nullable AuditChainBreak firstBreak) {

  public boolean holds() {
    return firstBreak == null;
  }

  /** Where a chain breaks: the place in the chain, counted from 1. */
  public record AuditChainBreak(long sequence, AuditChainBreakReason reason) {}

  /** How a chain breaks. */
  public enum AuditChainBreakReason {
    MISSING,
    SURPLUS,
    ALTERED,
    UNLINKED,
    HEAD_DIFFERS
  }
}
