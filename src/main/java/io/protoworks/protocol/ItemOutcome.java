package io.protoworks.protocol;

/** What the server judged of a value. */
public enum ItemOutcome {
  PASS,
  FAIL,
  NA,
  INFO
}
