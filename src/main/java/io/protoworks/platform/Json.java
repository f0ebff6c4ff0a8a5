package io.protoworks.platform;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** JSON that only passes through: its text as PostgreSQL writes a {@code jsonb}. */
public record Json(@JsonValue @JsonRawValue String text) {
  public static @Nullable Json ofNullable(@Nullable String text) {
    return text == null ? null : new Json(text);
  }
}
