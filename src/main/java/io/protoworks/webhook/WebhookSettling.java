package io.protoworks.webhook;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Texts;
import io.protoworks.platform.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what came of attempts, each in one transaction. The endpoint is locked first, as by whoever
 * changes it.
 */
@Service
class WebhookSettling {
  private final WebhookEndpointMapper endpoints;
  private final WebhookDeliveryMapper deliveries;
  private final WebhookAttemptMapper attempts;
  private final Changes changes;
  private final Clock clock;
  private final RetrySchedule schedule;

  WebhookSettling(
      WebhookEndpointMapper endpoints,
      WebhookDeliveryMapper deliveries,
      WebhookAttemptMapper attempts,
      Changes changes,
      WebhookProperties properties,
      Clock clock) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.attempts = attempts;
    this.changes = changes;
    this.clock = clock;
    this.schedule =
        new RetrySchedule(
            properties.schedule(),
            properties.jitter(),
            () -> ThreadLocalRandom.current().nextLong());
  }

  /** When a new delivery is tried first. */
  OffsetDateTime firstAttempt() {
    Duration wait = schedule.after(0);
    return OffsetDateTime.now(clock).plus(wait == null ? Duration.ZERO : wait);
  }

  @Transactional
  public void settle(WebhookEndpoint endpoint, WebhookDelivery delivery, WebhookAttempt attempt) {
    endpoints.lockById(endpoint.id());
    attempts.insert(attempt);
    if (attempt.isTaken()) {
      settle(delivery, WebhookDeliveryStatus.DELIVERED);
      if (delivery.isInOrder()) {
        advance(delivery);
      }
      return;
    }
    Duration wait =
        attempt.isGone() || delivery.isPing() ? null : schedule.after(delivery.retries() + 1);
    if (wait != null) {
      requireOne(
          deliveries.postpone(
              delivery.id(), delivery.attempts(), OffsetDateTime.now(clock).plus(wait)));
      return;
    }
    settle(delivery, WebhookDeliveryStatus.FAILED);
    if (attempt.isGone()) {
      disable(endpoint.id(), "The receiver answered 410: it wants no more.");
    } else if (delivery.isInOrder()) {
      disable(
          endpoint.id(),
          "%s was tried %d times in vain, the last time because: %s"
              .formatted(delivery.eventType(), schedule.attempts(), attempt.error()));
    }
  }

  /** The owner does not see the event, or not any more. */
  @Transactional
  public void skip(WebhookEndpoint endpoint, WebhookDelivery delivery) {
    endpoints.lockById(endpoint.id());
    deliveries.skip(delivery.id());
    if (delivery.isInOrder()) {
      advance(delivery);
    }
  }

  /** There is nobody any more in whose rights events could be read. */
  @Transactional
  public void disableWithoutOwner(WebhookEndpoint endpoint) {
    disable(
        endpoint.id(),
        endpoint.apiKeyId() == null
            ? "The user in whose rights it reads can't sign in any more. Whoever enables it takes"
                + " their place."
            : "The API key in whose rights it reads has ended. Whoever enables it takes its"
                + " place.");
  }

  private void settle(WebhookDelivery delivery, WebhookDeliveryStatus status) {
    requireOne(deliveries.settle(delivery.id(), delivery.attempts(), status));
  }

  private void advance(WebhookDelivery delivery) {
    Long sequence = delivery.sequence();
    if (sequence != null) {
      endpoints.advance(delivery.endpointId(), sequence);
    }
  }

  private void disable(UUID endpointId, String reason) {
    WebhookEndpoint before = endpoints.lockById(endpointId);
    if (before == null || !before.isActive()) {
      return;
    }
    String shown = Texts.abbreviate(reason, 1_000);
    WebhookEndpoint after = endpoints.disable(endpointId, shown);
    changes.record(
        Viewer.system(Set.of()),
        Change.of(
                Change.Action.UPDATE,
                WebhookEndpointService.TYPE,
                "disabled",
                endpointId,
                after.projectId(),
                before,
                after)
            .because(shown));
  }

  private static void requireOne(int updated) {
    if (updated != 1) {
      throw new OptimisticLockingFailureException("another node has tried it meanwhile");
    }
  }
}
