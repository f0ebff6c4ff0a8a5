package io.protoworks.pendency;

/** Where a pendency stands. A cleared one is still OPEN, until somebody else has verified it. */
public enum PendencyStatus {
  OPEN,
  RESOLVED
}
