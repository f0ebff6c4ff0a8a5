package io.protoworks.webhook;

import io.protoworks.audit.AuditTrail;
import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.plant.Project;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

@Component
class WebhookEdges implements GraphModule {
  private static final String ENDPOINT = "WebhookEndpoint";
  private static final String DELIVERY = "WebhookDelivery";

  private final WebhookEndpointService endpoints;
  private final WebhookDeliveryService deliveries;
  private final WebhookSecretService secrets;
  private final UserService users;
  private final AuditTrail trail;

  WebhookEdges(
      WebhookEndpointService endpoints,
      WebhookDeliveryService deliveries,
      WebhookSecretService secrets,
      UserService users,
      AuditTrail trail) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.secrets = secrets;
    this.users = users;
    this.trail = trail;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(WebhookEndpoint.class, ENDPOINT, WebhookEndpoint::id, endpoints::listVisibleByIds);
    graph.node(WebhookDelivery.class, DELIVERY, WebhookDelivery::id, deliveries::listVisibleByIds);
    trail.declare(graph, ENDPOINT, WebhookEndpoint::id);
    ofEndpoints(graph);
    ofDeliveries(graph);
  }

  private void ofEndpoints(Graph graph) {
    Graph.ByIds<User> people = (viewer, ids) -> users.listByIds(ids);
    graph.connection(
        "Project",
        "webhookEndpoints",
        Project::id,
        WebhookEndpointArguments.class,
        new Graph.Paging<>(WebhookEndpointArguments::page, WebhookEndpointArguments::place),
        endpoints::listByProjectIds,
        WebhookEndpoint::projectId,
        endpoints::countByProjectIds);
    graph.one(ENDPOINT, "project", WebhookEndpoint::projectId, Project.class);
    graph.one(ENDPOINT, "owner", WebhookEndpoint::ownerId, people, User::id);
    graph.one(ENDPOINT, "createdBy", WebhookEndpoint::createdBy, people, User::id);
    graph.<WebhookEndpoint, Graph.NoArguments, WebhookSecret>list(
        ENDPOINT,
        "signingKeys",
        WebhookEndpoint::id,
        Graph.NoArguments.class,
        (viewer, ids, none) -> secrets.listByEndpointIds(ids),
        WebhookSecret::endpointId);
    graph.connection(
        ENDPOINT,
        "deliveries",
        WebhookEndpoint::id,
        WebhookDeliveryArguments.class,
        new Graph.Paging<>(WebhookDeliveryArguments::page, WebhookDeliveryArguments::place),
        deliveries::listByEndpointIds,
        WebhookDelivery::endpointId,
        deliveries::countByEndpointIds);
  }

  private void ofDeliveries(Graph graph) {
    graph.one(DELIVERY, "endpoint", WebhookDelivery::endpointId, WebhookEndpoint.class);
    graph.one(DELIVERY, "replayOf", WebhookDelivery::replayOf, WebhookDelivery.class);
    graph.<WebhookDelivery, Graph.NoArguments, WebhookAttempt>list(
        DELIVERY,
        "attemptLog",
        WebhookDelivery::id,
        Graph.NoArguments.class,
        (viewer, ids, none) -> deliveries.listAttempts(ids),
        WebhookAttempt::deliveryId);
  }
}
