package io.protoworks.webhook;

import io.protoworks.event.EventService;
import io.protoworks.plant.ProjectAccess;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Texts;
import io.protoworks.platform.Versioned;
import io.protoworks.platform.Viewer;
import io.protoworks.webhook.WebhookInputs.ChangeWebhookEndpointInput;
import io.protoworks.webhook.WebhookInputs.CreateWebhookEndpointInput;
import io.protoworks.webhook.WebhookInputs.DisableWebhookEndpointInput;
import io.protoworks.webhook.WebhookInputs.EnableWebhookEndpointInput;
import io.protoworks.webhook.WebhookInputs.RotateWebhookSecretInput;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The endpoints: who sees them, and how they are kept. Whoever says what is sent where is who it is
 * read for from then on: nobody makes another one's sight their own.
 */
@Service
class WebhookEndpointService {
  static final String TYPE = "WebhookEndpoint";
  private static final String NOUN = "webhook endpoint";
  private static final Pattern EVENT_TYPE = Pattern.compile("[a-z]+(_[a-z]+)*\\.[a-z]+(_[a-z]+)*");
  private static final int MOST_EVENT_TYPES = 100;
  private static final int LONGEST_EVENT_TYPE = 100;
  private static final int LONGEST_REASON = 1_000;

  private final WebhookEndpointMapper endpoints;
  private final WebhookDeliveryMapper deliveries;
  private final WebhookSecretService secrets;
  private final EndpointUrls urls;
  private final EventSelections selections;
  private final EventService events;
  private final ProjectAccess access;
  private final WebhookHints hints;
  private final Changes changes;

  WebhookEndpointService(
      WebhookEndpointMapper endpoints,
      WebhookDeliveryMapper deliveries,
      WebhookSecretService secrets,
      EndpointUrls urls,
      EventSelections selections,
      EventService events,
      ProjectAccess access,
      WebhookHints hints,
      Changes changes) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.secrets = secrets;
    this.urls = urls;
    this.selections = selections;
    this.events = events;
    this.access = access;
    this.hints = hints;
    this.changes = changes;
  }

  /**
   * An endpoint and a new secret of it.
   *
   * @param secret {@code whsec_…}, the only time that it is known; null where there is nothing to
   *     tell
   */
  record WithSecret(WebhookEndpoint endpoint, @Nullable String secret) {
    @Override
    public String toString() {
      return "WithSecret[%s]".formatted(endpoint.id());
    }
  }

  List<WebhookEndpoint> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return endpoints.listVisibleByIds(WebhookScope.of(viewer), Rows.keys(ids));
  }

  List<WebhookEndpoint> listByProjectIds(
      Viewer viewer, Collection<UUID> projectIds, WebhookEndpointArguments arguments, Page page) {
    return endpoints.listByProjectIds(WebhookScope.of(viewer), Rows.keys(projectIds), page);
  }

  Map<UUID, Integer> countByProjectIds(
      Viewer viewer, Collection<UUID> projectIds, WebhookEndpointArguments arguments) {
    return ParentCount.byParent(
        endpoints.countByProjectIds(WebhookScope.of(viewer), Rows.keys(projectIds)));
  }

  /** It begins with what happens next. */
  @Transactional
  WithSecret create(Viewer viewer, CreateWebhookEndpointInput input) {
    UUID projectId = input.projectId().uuid();
    access.requireFor(viewer, WebhookPermission.WEBHOOKS_MANAGE, projectId, "projectId");
    WebhookEndpoint created =
        endpoints.insert(
            WebhookEndpointDraft.of(
                viewer,
                projectId,
                urls.require(input.url()),
                eventTypes(input.eventTypes()),
                selections.require(input.selection()),
                events.lastSequence(projectId)));
    String secret = secrets.make(created.id(), WebhookSecretKind.HMAC).shared();
    secrets.make(created.id(), WebhookSecretKind.ED25519);
    changes.record(viewer, Change.created(TYPE, created.id(), projectId, created));
    hints.wakeAfterCommit(created.id());
    return new WithSecret(created, secret);
  }

  @Transactional
  WebhookEndpoint change(Viewer viewer, ChangeWebhookEndpointInput input) {
    WebhookEndpoint before = lock(viewer, input.id().uuid(), input.expectedVersion());
    WebhookEndpoint after =
        endpoints.update(
            before.id(),
            WebhookEndpointDraft.of(
                viewer,
                before.projectId(),
                urls.require(input.url()),
                eventTypes(input.eventTypes()),
                selections.require(input.selection()),
                before.position()));
    deliveries.forgetPayloads(after.id());
    changes.record(viewer, Change.changed(TYPE, after.id(), after.projectId(), before, after));
    hints.wakeAfterCommit(after.id());
    return after;
  }

  /** The one before it signs, too, until it expires. */
  @Transactional
  WithSecret rotate(Viewer viewer, RotateWebhookSecretInput input) {
    WebhookEndpoint before = lock(viewer, input.id().uuid());
    WebhookSecretService.Made made = secrets.rotate(before.id(), input.kind());
    WebhookEndpoint after = endpoints.updateVersion(before.id());
    changes.record(
        viewer,
        Change.of(
                Change.Action.UPDATE,
                TYPE,
                "secret_rotated",
                after.id(),
                after.projectId(),
                before,
                after)
            .with(Map.of("kind", input.kind())));
    return new WithSecret(after, made.shared());
  }

  @Transactional
  WebhookEndpoint disable(Viewer viewer, DisableWebhookEndpointInput input) {
    WebhookEndpoint before = lock(viewer, input.id().uuid(), input.expectedVersion());
    if (!before.isActive()) {
      return before;
    }
    String reason = reason(input.reason());
    WebhookEndpoint after = endpoints.disable(before.id(), reason);
    changes.record(
        viewer,
        Change.of(
                Change.Action.UPDATE,
                TYPE,
                "disabled",
                after.id(),
                after.projectId(),
                before,
                after)
            .because(reason));
    return after;
  }

  /** It goes on where it was, with what could not be delivered; or with what happens next. */
  @Transactional
  WebhookEndpoint enable(Viewer viewer, EnableWebhookEndpointInput input) {
    WebhookEndpoint before = lock(viewer, input.id().uuid(), input.expectedVersion());
    if (before.isActive()) {
      return before;
    }
    long position = before.position();
    if (Boolean.TRUE.equals(input.fromNow())) {
      position = events.lastSequence(before.projectId());
      deliveries.skipUntil(before.id(), position);
    } else if (!events.isKeptAfter(before.projectId(), position)) {
      throw WebhookErrors.missed();
    }
    deliveries.takeUp(before.id(), position);
    WebhookEndpoint after =
        endpoints.enable(before.id(), viewer.userId(), viewer.apiKeyId(), position);
    changes.record(
        viewer,
        Change.of(
            Change.Action.UPDATE, TYPE, "enabled", after.id(), after.projectId(), before, after));
    hints.wakeAfterCommit(after.id());
    return after;
  }

  /** Locks an endpoint that the viewer may manage. */
  WebhookEndpoint lock(Viewer viewer, UUID id) {
    WebhookEndpoint found = endpoints.lockVisibleById(WebhookScope.of(viewer), id);
    if (found == null) {
      throw Refused.unknown("id", NOUN);
    }
    access.requireFor(viewer, WebhookPermission.WEBHOOKS_MANAGE, found.projectId());
    return found;
  }

  private WebhookEndpoint lock(Viewer viewer, UUID id, int expectedVersion) {
    return Versioned.expect(lock(viewer, id), expectedVersion, NOUN);
  }

  private static String reason(@Nullable String given) {
    if (given == null) {
      return "Somebody disabled it.";
    }
    if (!Texts.isVisible(given) || !Texts.isWhole(given) || Texts.length(given) > LONGEST_REASON) {
      throw Refused.invalid(
          "reason", "Give a reason of at most %d characters, or none.".formatted(LONGEST_REASON));
    }
    return given;
  }

  private static @Nullable List<String> eventTypes(@Nullable List<String> types) {
    if (types == null) {
      return null;
    }
    if (types.isEmpty() || types.size() > MOST_EVENT_TYPES) {
      throw Refused.invalid(
          "eventTypes", "Name 1 to %d types, or leave it out for all.".formatted(MOST_EVENT_TYPES));
    }
    for (String type : types) {
      if (type.length() > LONGEST_EVENT_TYPE || !EVENT_TYPE.matcher(type).matches()) {
        throw Refused.invalid(
            "eventTypes",
            "“%s” is no type of an event; they have the form protocol.finalized."
                .formatted(Texts.abbreviate(type, 60)));
      }
    }
    return types.stream().distinct().sorted().toList();
  }
}
