package io.protoworks.platform;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells that something happened that security must know of, even when the request is refused: it is
 * kept in a transaction of its own.
 */
@FunctionalInterface
public interface SecurityEvents {
  /**
   * Keeps the event.
   *
   * @param type a stable word, {@code LOGIN_FAILED}
   * @param userId whom it concerns, null when nobody of that name exists
   */
  void record(String type, @Nullable UUID userId, Client client, Map<String, String> details);
}
