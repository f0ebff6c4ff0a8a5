package io.protoworks.identity;

/** Why a session was ended before it expired. */
public enum SessionEnd {
  LOGGED_OUT,
  REVOKED,
  DEVICE_REVOKED,
  PASSWORD_CHANGED,
  REFRESH_TOKEN_REUSED
}
