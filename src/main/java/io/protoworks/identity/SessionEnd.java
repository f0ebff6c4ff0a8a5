package io.protoworks.identity;

/** Why a session was ended before it expired. */
public enum SessionEnd {
  LOGGED_OUT,
  REVOKED,
  DEVICE_REVOKED,
  PASSWORD_CHANGED,
  PASSWORD_RESET,
  USER_SUSPENDED,
  USER_DEACTIVATED,
  REFRESH_TOKEN_REUSED
}
