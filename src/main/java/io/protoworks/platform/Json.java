package io.protoworks.platform;

import org.jspecify.annotations.Nullable;

/** JSON that only passes through: its text as PostgreSQL writes a {@code jsonb}. */
public record Json(String text) {
  public static @Nullable Json ofNullable(@Nullable String text) {
    return text == null ? null : new Json(text);
  }
}
