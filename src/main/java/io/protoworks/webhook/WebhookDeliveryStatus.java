package io.protoworks.webhook;

/** What became of a delivery. */
public enum WebhookDeliveryStatus {
  PENDING,
  DELIVERED,
  FAILED,
  SKIPPED
}
