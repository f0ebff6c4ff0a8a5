package io.protoworks.webhook;

import io.protoworks.platform.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try of a delivery.
 *
 * @param error why it did not count as taken; null when it did
 * @param answer the beginning of what the receiver answered
 */
public record WebhookAttempt(
    UUID deliveryId,
    int number,
    OffsetDateTime attemptedAt,
    int durationMs,
    @Nullable Integer statusCode,
    @Nullable String error,
    @Nullable String answer)
    implements Row {
  private static final int GONE = 410;

  boolean isTaken() {
    return error == null;
  }

  /** The receiver says that it wants no more. */
  boolean isGone() {
    return statusCode != null && statusCode == GONE;
  }
}
