package io.protoworks.identity;

/** What users are listed under. */
enum UserParent {
  COMPANY,
  DISCIPLINE,
  DEPARTMENT,
  ROLE
}
