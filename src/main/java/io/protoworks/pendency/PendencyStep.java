package io.protoworks.pendency;

/** What people do with a pendency that is there. */
enum PendencyStep {
  CLEAR,
  VERIFY,
  REFUSE,
  COMMENT,
  ATTACH,
  DETACH,
  CHANGE,
  ASSIGN,
  CHANGE_TYPE,
  CONFIRM_TYPE_CHANGE,
  REFUSE_TYPE_CHANGE
}
