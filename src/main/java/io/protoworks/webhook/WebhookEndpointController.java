package io.protoworks.webhook;

import io.protoworks.platform.Viewer;
import io.protoworks.webhook.WebhookInputs.ChangeWebhookEndpointInput;
import io.protoworks.webhook.WebhookInputs.CreateWebhookEndpointInput;
import io.protoworks.webhook.WebhookInputs.DisableWebhookEndpointInput;
import io.protoworks.webhook.WebhookInputs.EnableWebhookEndpointInput;
import io.protoworks.webhook.WebhookInputs.PingWebhookEndpointInput;
import io.protoworks.webhook.WebhookInputs.ReplayWebhookDeliveryInput;
import io.protoworks.webhook.WebhookInputs.RotateWebhookSecretInput;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class WebhookEndpointController {
  private final WebhookEndpointService endpoints;
  private final WebhookDeliveryService deliveries;

  WebhookEndpointController(WebhookEndpointService endpoints, WebhookDeliveryService deliveries) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
  }

  record WebhookEndpointPayload(WebhookEndpoint endpoint) {}

  record WebhookSecretPayload(WebhookEndpoint endpoint, @Nullable String secret) {
    static WebhookSecretPayload of(WebhookEndpointService.WithSecret made) {
      return new WebhookSecretPayload(made.endpoint(), made.secret());
    }

    @Override
    public String toString() {
      return "WebhookSecretPayload[%s]".formatted(endpoint.id());
    }
  }

  record WebhookDeliveryPayload(WebhookDelivery delivery) {}

  @MutationMapping
  WebhookSecretPayload createWebhookEndpoint(
      @Argument CreateWebhookEndpointInput input, Viewer viewer) {
    return WebhookSecretPayload.of(endpoints.create(viewer, input));
  }

  @MutationMapping
  WebhookEndpointPayload changeWebhookEndpoint(
      @Argument ChangeWebhookEndpointInput input, Viewer viewer) {
    return new WebhookEndpointPayload(endpoints.change(viewer, input));
  }

  @MutationMapping
  WebhookSecretPayload rotateWebhookSecret(
      @Argument RotateWebhookSecretInput input, Viewer viewer) {
    return WebhookSecretPayload.of(endpoints.rotate(viewer, input));
  }

  @MutationMapping
  WebhookEndpointPayload disableWebhookEndpoint(
      @Argument DisableWebhookEndpointInput input, Viewer viewer) {
    return new WebhookEndpointPayload(endpoints.disable(viewer, input));
  }

  @MutationMapping
  WebhookEndpointPayload enableWebhookEndpoint(
      @Argument EnableWebhookEndpointInput input, Viewer viewer) {
    return new WebhookEndpointPayload(endpoints.enable(viewer, input));
  }

  @MutationMapping
  WebhookDeliveryPayload pingWebhookEndpoint(
      @Argument PingWebhookEndpointInput input, Viewer viewer) {
    return new WebhookDeliveryPayload(deliveries.ping(viewer, input.id().uuid()));
  }

  @MutationMapping
  WebhookDeliveryPayload replayWebhookDelivery(
      @Argument ReplayWebhookDeliveryInput input, Viewer viewer) {
    return new WebhookDeliveryPayload(deliveries.replay(viewer, input.id().uuid()));
  }
}
