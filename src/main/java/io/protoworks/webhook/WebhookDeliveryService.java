package io.protoworks.webhook;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The deliveries: who sees them, and those that people ask for. */
@Service
class WebhookDeliveryService {
  private static final String TYPE = "WebhookDelivery";
  private static final String NOUN = "delivery";

  private final WebhookDeliveryMapper deliveries;
  private final WebhookAttemptMapper attempts;
  private final WebhookEndpointService endpoints;
  private final EventPayloads payloads;
  private final SchedulerClient scheduler;
  private final Changes changes;
  private final Clock clock;

  WebhookDeliveryService(
      WebhookDeliveryMapper deliveries,
      WebhookAttemptMapper attempts,
      WebhookEndpointService endpoints,
      EventPayloads payloads,
      SchedulerClient scheduler,
      Changes changes,
      Clock clock) {
    this.deliveries = deliveries;
    this.attempts = attempts;
    this.endpoints = endpoints;
    this.payloads = payloads;
    this.scheduler = scheduler;
    this.changes = changes;
    this.clock = clock;
  }

  List<WebhookDelivery> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return deliveries.listVisibleByIds(WebhookScope.of(viewer), Rows.keys(ids));
  }

  List<WebhookDelivery> listByEndpointIds(
      Viewer viewer, Collection<UUID> endpointIds, WebhookDeliveryArguments arguments, Page page) {
    return deliveries.listByEndpointIds(
        WebhookScope.of(viewer), Rows.keys(endpointIds), arguments.matching(), page);
  }

  Map<UUID, Integer> countByEndpointIds(
      Viewer viewer, Collection<UUID> endpointIds, WebhookDeliveryArguments arguments) {
    return ParentCount.byParent(
        deliveries.countByEndpointIds(
            WebhookScope.of(viewer), Rows.keys(endpointIds), arguments.matching()));
  }

  List<WebhookAttempt> listAttempts(Collection<UUID> deliveryIds) {
    return attempts.listByDeliveryIds(Rows.keys(deliveryIds));
  }

  /** A message that says nothing, tried once; of a disabled endpoint, too. */
  @Transactional
  WebhookDelivery ping(Viewer viewer, UUID endpointId) {
    WebhookEndpoint endpoint = endpoints.lock(viewer, endpointId);
    WebhookDelivery made =
        deliveries.insertTest(
            endpoint.id(),
            endpoint.projectId(),
            WebhookDelivery.PING,
            payloads.ping(endpoint.id(), OffsetDateTime.now(clock)),
            viewer.userId());
    return scheduled(viewer, made, "pinged");
  }

  /** The same again, under an id of its own and without waiting for others. */
  @Transactional
  WebhookDelivery replay(Viewer viewer, UUID id) {
    WebhookDelivery original = Rows.only(listVisibleByIds(viewer, List.of(id)));
    if (original == null) {
      throw Refused.unknown("id", NOUN);
    }
    endpoints.lock(viewer, original.endpointId());
    if (original.isPing()) {
      throw Refused.invalid("id", "This is a test; send another one with pingWebhookEndpoint.");
    }
    if (original.isPending()) {
      throw Refused.invalid("id", "It is still tried; replay it once it is settled.");
    }
    return scheduled(viewer, deliveries.insertReplay(original.id()), "replayed");
  }

  private WebhookDelivery scheduled(Viewer viewer, WebhookDelivery made, String verb) {
    scheduler.scheduleIfNotExists(
        WebhookTasks.DELIVERY.instance(made.id().toString()).build(), clock.instant());
    changes.record(
        viewer,
        Change.of(
            Change.Action.CREATE,
            TYPE,
            verb,
            made.id(),
            made.projectId(),
            null,
            made.withoutPayload()));
    return made;
  }
}
