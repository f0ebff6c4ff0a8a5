package io.protoworks.identity;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The form of API keys: {@code pw_}, the secret, and seven letters of checksum, so that a typing
 * error or a found string is told from a key without asking the database.
 */
final class ApiKeys {
  private static final String PREFIX = "pw_";
  private static final int CHECKSUM_LENGTH = 7;

  private static final int HINT_LENGTH = 4;

  private ApiKeys() {}

  static String random() {
    String body = PREFIX + Secrets.random();
    return body + checksum(body);
  }

  static boolean isOne(String token) {
    return token.startsWith(PREFIX);
  }

  static boolean isWellFormed(String key) {
    int end = key.length() - CHECKSUM_LENGTH;
    return end > PREFIX.length() && checksum(key.substring(0, end)).equals(key.substring(end));
  }

  /** The end of a key, by which a person tells it from others. */
  static String hint(String key) {
    return key.substring(key.length() - HINT_LENGTH);
  }

  /** CRC-32 in base 36, padded to seven letters. */
  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.UTF_8));
    String letters = Long.toString(crc.getValue(), Character.MAX_RADIX);
    return "0".repeat(CHECKSUM_LENGTH - letters.length()) + letters;
  }
}
