package io.protoworks.webhook;

import io.protoworks.event.Event;
import io.protoworks.event.EventFilter;
import io.protoworks.event.EventService;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What one node does for an endpoint, until there is nothing more to do now. */
@Service
class WebhookRun {
  /** So that others get their turn. */
  private static final int MOST_AT_ONCE = 100;

  private final WebhookEndpointMapper endpoints;
  private final WebhookDeliveryMapper deliveries;
  private final WebhookCourier courier;
  private final WebhookSettling settling;
  private final EventService events;
  private final WebhookProperties properties;
  private final Clock clock;

  WebhookRun(
      WebhookEndpointMapper endpoints,
      WebhookDeliveryMapper deliveries,
      WebhookCourier courier,
      WebhookSettling settling,
      EventService events,
      WebhookProperties properties,
      Clock clock) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.courier = courier;
    this.settling = settling;
    this.events = events;
    this.properties = properties;
    this.clock = clock;
  }

  /** What comes of a run: when to go on, or null when there is nothing to go on with. */
  record Outcome(@Nullable Instant next, boolean isIdle) {
    private static final Outcome OVER = new Outcome(null, false);
  }

  /** Delivers what is new, one event after the other, until one can't be delivered now. */
  Outcome deliver(UUID endpointId) {
    for (int count = 0; count < MOST_AT_ONCE; count++) {
      WebhookEndpoint endpoint = endpoints.findById(endpointId);
      if (endpoint == null || !endpoint.isActive()) {
        return Outcome.OVER;
      }
      Viewer owner = courier.owner(endpoint);
      if (owner == null) {
        settling.disableWithoutOwner(endpoint);
        return Outcome.OVER;
      }
      WebhookDelivery delivery = next(endpoint, owner);
      if (delivery == null) {
        return new Outcome(clock.instant().plus(properties.poll()), true);
      }
      Instant due = due(delivery);
      if (due.isAfter(clock.instant())) {
        return new Outcome(due, false);
      }
      courier.attempt(endpoint, delivery, owner);
    }
    return new Outcome(clock.instant(), false);
  }

  /** The one that is under way, or that of the next event that is wanted and seen. */
  private @Nullable WebhookDelivery next(WebhookEndpoint endpoint, Viewer owner) {
    WebhookDelivery underWay = deliveries.findNextByEndpointId(endpoint.id());
    if (underWay != null) {
      return underWay;
    }
    long end = events.lastSequence(endpoint.projectId());
    if (end <= endpoint.position()) {
      return null;
    }
    EventFilter wanted = new EventFilter(null, endpoint.eventTypes(), null, null);
    Event event =
        Rows.only(
            events.listBetween(owner, endpoint.projectId(), endpoint.position(), end, wanted, 1));
    if (event == null) {
      endpoints.advance(endpoint.id(), end);
      return null;
    }
    return deliveries.insertOfEvent(
        endpoint.id(),
        endpoint.projectId(),
        event.sequence(),
        event.type(),
        settling.firstAttempt());
  }

  /** One that nothing waits for. */
  Outcome send(UUID deliveryId) {
    WebhookDelivery delivery = deliveries.findById(deliveryId);
    if (delivery == null || !delivery.isPending()) {
      return Outcome.OVER;
    }
    Instant due = due(delivery);
    WebhookEndpoint endpoint = endpoints.findById(delivery.endpointId());
    if (endpoint == null) {
      return Outcome.OVER;
    }
    if (due.isAfter(clock.instant())) {
      return new Outcome(due, false);
    }
    Viewer owner = courier.owner(endpoint);
    if (owner == null) {
      settling.skip(endpoint, delivery);
      return Outcome.OVER;
    }
    courier.attempt(endpoint, delivery, owner);
    WebhookDelivery after = deliveries.findById(deliveryId);
    return after == null || !after.isPending() ? Outcome.OVER : new Outcome(due(after), false);
  }

  private Instant due(WebhookDelivery delivery) {
    return delivery.nextAttemptAt() == null
        ? clock.instant()
        : delivery.nextAttemptAt().toInstant();
  }

  /** Whether something came between the end of a run and the moment that it was put aside. */
  boolean hasNews(UUID endpointId) {
    WebhookEndpoint endpoint = endpoints.findById(endpointId);
    return endpoint != null
        && endpoint.isActive()
        && events.lastSequence(endpoint.projectId()) > endpoint.position();
  }

  boolean isActive(UUID endpointId) {
    WebhookEndpoint endpoint = endpoints.findById(endpointId);
    return endpoint != null && endpoint.isActive();
  }
}
