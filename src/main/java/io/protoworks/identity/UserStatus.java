package io.protoworks.identity;

/** Whether a user may get in. */
public enum UserStatus {
  ACTIVE,
  SUSPENDED
}
