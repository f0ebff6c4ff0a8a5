package io.protoworks.protocol;

/** What whoever verifies thinks of an item. */
public enum ItemApprovalStatus {
  /** Nothing was said. */
  PENDING,
  APPROVED,
  /** To be done again. */
  REJECTED
}
