package io.protoworks.intake;

/** What becomes of the good rows of a file that has bad ones. */
public enum ImportMode {
  GOOD_ROWS,
  ALL_OR_NOTHING
}
