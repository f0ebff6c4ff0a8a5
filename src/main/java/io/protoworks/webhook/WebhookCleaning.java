package io.protoworks.webhook;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Service;

/** Forgets what has served: deliveries that were settled long ago, and secrets that expired. */
@Service
class WebhookCleaning {
  private static final int AT_ONCE = 1_000;

  private final WebhookDeliveryMapper deliveries;
  private final WebhookSecretService secrets;
  private final WebhookProperties properties;
  private final Clock clock;

  WebhookCleaning(
      WebhookDeliveryMapper deliveries,
      WebhookSecretService secrets,
      WebhookProperties properties,
      Clock clock) {
    this.deliveries = deliveries;
    this.secrets = secrets;
    this.properties = properties;
    this.clock = clock;
  }

  void clean() {
    secrets.deleteExpired();
    OffsetDateTime before = OffsetDateTime.now(clock).minus(properties.retention());
    while (deliveries.deleteSettled(before, AT_ONCE) == AT_ONCE) {
      // There is more.
    }
  }
}
