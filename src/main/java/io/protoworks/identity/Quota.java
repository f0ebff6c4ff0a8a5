package io.protoworks.identity;

import java.util.Locale;

/** What a tier limits; {@code tier_limits} names it in lower case. */
public enum Quota {
  /** Live API keys of a user. */
  API_KEYS,
  /** Bytes of one upload. */
  UPLOAD_BYTES;

  String limitName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
