package io.protoworks.webhook;

import io.protoworks.plant.Project;
import io.protoworks.platform.Id;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mutations of webhooks take. A field left out of a change is emptied. */
final class WebhookInputs {
  private WebhookInputs() {}

  record CreateWebhookEndpointInput(
      Id<Project> projectId,
      URI url,
      @Nullable List<String> eventTypes,
      @Nullable String selection) {}

  record ChangeWebhookEndpointInput(
      Id<WebhookEndpoint> id,
      int expectedVersion,
      URI url,
      @Nullable List<String> eventTypes,
      @Nullable String selection) {}

  record DisableWebhookEndpointInput(
      Id<WebhookEndpoint> id, int expectedVersion, @Nullable String reason) {}

  record EnableWebhookEndpointInput(
      Id<WebhookEndpoint> id, int expectedVersion, @Nullable Boolean fromNow) {}

  record RotateWebhookSecretInput(Id<WebhookEndpoint> id, WebhookSecretKind kind) {}

  record PingWebhookEndpointInput(Id<WebhookEndpoint> id) {}

  record ReplayWebhookDeliveryInput(Id<WebhookDelivery> id) {}
}
