package io.protoworks.platform;

/** The codes of refusals that any mutation may answer. */
public enum PlatformErrorCode implements UserErrorCode {
  INVALID_INPUT,
  UNKNOWN_REFERENCE,
  NOT_UNIQUE,
  STALE_VERSION,
  IN_THE_WAY
}
