package io.protoworks.identity;

/** The base role of a user; a role of the same name holds its permissions. */
public enum UserRole {
  ADMIN,
  TECHNICIAN,
  MANAGER,
  ENGINEERING,
  SUPPLIER,
  CLIENT
}
