package io.protoworks.pendency;

/** What was done to a pendency, or said of it. */
public enum PendencyAction {
  CREATED,
  /** Its description, due day, clearing company or need of evidence. */
  CHANGED,
  ASSIGNED,
  COMMENT,
  CLEARED,
  /** Its clearing was refused. */
  REFUSED,
  /** Somebody else verified that it is mended. */
  RESOLVED,
  TYPE_CHANGE,
  TYPE_CHANGE_REQUESTED,
  TYPE_CHANGE_REFUSED
}
