package io.protoworks.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a row stands in an ordered list: the order's name, its key there, and its id. */
public record Cursor(String order, String key, UUID id) {
  private static final String SEPARATOR = "\u001f";

  public String encode() {
    String text = order + SEPARATOR + id + SEPARATOR + key;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Cursor decode(String cursor, String expectedOrder) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      String[] parts = text.split(SEPARATOR, 3);
      if (parts.length == 3 && parts[0].equals(expectedOrder)) {
        return new Cursor(parts[0], parts[2], UUID.fromString(parts[1]));
      }
    } catch (IllegalArgumentException malformed) {
      throw notOfThisList(malformed);
    }
    throw notOfThisList(null);
  }

  /** The key in an order by a whole number. */
  public long number() {
    try {
      return Long.parseLong(key);
    } catch (NumberFormatException malformed) {
      throw notOfThisList(malformed);
    }
  }

  static Failure notOfThisList(@Nullable Exception cause) {
    Failure failure =
        Failure.badRequest(
            "This cursor does not belong to this list in this order; start without one.");
    if (cause != null) {
      failure.initCause(cause);
    }
    return failure;
  }
}
