package io.protoworks.webhook;

import io.protoworks.event.Event;
import io.protoworks.event.EventFilter;
import io.protoworks.event.EventService;
import io.protoworks.identity.Viewers;
import io.protoworks.platform.Client;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Texts;
import io.protoworks.platform.Viewer;
import io.protoworks.webhook.EventPayloads.UnreadableException;
import io.protoworks.webhook.SecretCipher.UnopenedException;
import io.protoworks.webhook.WebhookSender.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes one attempt of a delivery: reads the body if it was not yet, signs it and posts it. */
@Service
class WebhookCourier {
  private static final int ERROR_SHOWN = 1_000;

  private final WebhookDeliveryMapper deliveries;
  private final WebhookSecretService secrets;
  private final WebhookSettling settling;
  private final EventService events;
  private final EventPayloads payloads;
  private final WebhookSender sender;
  private final Viewers viewers;
  private final Clock clock;

  WebhookCourier(
      WebhookDeliveryMapper deliveries,
      WebhookSecretService secrets,
      WebhookSettling settling,
      EventService events,
      EventPayloads payloads,
      WebhookSender sender,
      Viewers viewers,
      Clock clock) {
    this.deliveries = deliveries;
    this.secrets = secrets;
    this.settling = settling;
    this.events = events;
    this.payloads = payloads;
    this.sender = sender;
    this.viewers = viewers;
    this.clock = clock;
  }

  /** In whose rights events are read; null when the user is gone, or the API key has ended. */
  @Nullable Viewer owner(WebhookEndpoint endpoint) {
    return endpoint.apiKeyId() == null
        ? viewers.find(endpoint.ownerId(), Client.SELF)
        : viewers.findByApiKey(endpoint.ownerId(), endpoint.apiKeyId(), Client.SELF);
  }

  /** Tries it, and settles what came of it. */
  void attempt(WebhookEndpoint endpoint, WebhookDelivery delivery, Viewer owner) {
    Instant begin = clock.instant();
    Answer answer;
    try {
      String payload = delivery.payload();
      if (payload == null) {
        payload = read(endpoint, delivery, owner);
      }
      if (payload == null) {
        settling.skip(endpoint, delivery);
        return;
      }
      answer = send(endpoint, delivery, payload, begin);
    } catch (UnreadableException | UnopenedException obstacle) {
      answer = new Answer(null, String.valueOf(obstacle.getMessage()), null);
    }
    settling.settle(endpoint, delivery, attempt(delivery, begin, answer));
  }

  /** Kept before it is sent: each attempt sends the same. */
  private @Nullable String read(WebhookEndpoint endpoint, WebhookDelivery delivery, Viewer owner)
      throws UnreadableException {
    Event event = event(delivery, owner);
    String payload = event == null ? null : payloads.read(endpoint, owner, event);
    if (payload == null) {
      return null;
    }
    String kept = deliveries.updatePayload(delivery.id(), payload, owner.userId());
    return kept == null ? payload : kept;
  }

  private @Nullable Event event(WebhookDelivery delivery, Viewer owner) {
    Long sequence = delivery.sequence();
    return sequence == null
        ? null
        : Rows.only(
            events.listBetween(
                owner, delivery.projectId(), sequence - 1, sequence, EventFilter.NONE, 1));
  }

  private Answer send(
      WebhookEndpoint endpoint, WebhookDelivery delivery, String payload, Instant now) {
    String id = delivery.id().toString();
    long timestamp = now.getEpochSecond();
    byte[] signed = "%s.%d.%s".formatted(id, timestamp, payload).getBytes(StandardCharsets.UTF_8);
    List<String> signatures =
        secrets.listSigning(endpoint.id()).stream().map(key -> key.sign(signed)).toList();
    return sender.send(
        new WebhookSender.Message(URI.create(endpoint.url()), id, timestamp, signatures, payload));
  }

  private WebhookAttempt attempt(WebhookDelivery delivery, Instant begin, Answer answer) {
    return new WebhookAttempt(
        delivery.id(),
        delivery.attempts() + 1,
        OffsetDateTime.ofInstant(begin, ZoneOffset.UTC),
        Math.toIntExact(Math.max(0, Duration.between(begin, clock.instant()).toMillis())),
        answer.statusCode(),
        answer.error() == null ? null : Texts.abbreviate(answer.error(), ERROR_SHOWN),
        answer.text());
  }
}
