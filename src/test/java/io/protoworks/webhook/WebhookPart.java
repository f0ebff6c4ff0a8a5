package io.protoworks.webhook;

import io.protoworks.platform.TypeId;
import io.protoworks.testing.Fixture;
import io.protoworks.walk.Tenant;
import io.protoworks.walk.TenantPart;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An endpoint that is disabled, so that it stays as it is, with a delivery and its replay. */
@Fixture
@Order(95)
class WebhookPart implements TenantPart {
  private final JdbcClient database;

  WebhookPart(JdbcClient database) {
    this.database = database;
  }

  @Override
  public void populate(Tenant tenant) {
    String endpoint = endpoint(tenant, "https://hooks.example/in");
    UUID delivery = delivery(tenant, endpoint, null);
    tenant.remember("webhookEndpoint", endpoint);
    tenant.remember("webhookDelivery", new TypeId("webhook_delivery", delivery).toString());
    tenant.remember(
        "webhookReplay",
        new TypeId("webhook_delivery", delivery(tenant, endpoint, delivery)).toString());
  }

  @Override
  public void widen(Tenant tenant) {
    for (String name : List.of("a", "b")) {
      String endpoint = endpoint(tenant, "https://%s.example/hook".formatted(name));
      delivery(tenant, endpoint, delivery(tenant, endpoint, null));
    }
  }

  private static String endpoint(Tenant tenant, String url) {
    String endpoint =
        tenant.makes(
            "createWebhookEndpoint",
            "endpoint",
            "projectId: \"%s\", url: \"%s\"".formatted(tenant.projectGlobalId(), url));
    tenant.does(
        "disableWebhookEndpoint",
        "id: \"%s\", expectedVersion: 1, reason: \"Not in use yet\"".formatted(endpoint),
        "endpoint { id }");
    return endpoint;
  }

  /** Sent and taken at the second attempt. */
  private UUID delivery(Tenant tenant, String endpoint, @Nullable UUID replayOf) {
    UUID delivery =
        database
            .sql(
                """
                insert into webhook.webhook_deliveries (
                  endpoint_id, project_id, sequence, event_type, status, payload, read_for, attempts, retries,
                  settled_at, replay_of)
                values (
                  :endpoint, :project, 1, 'protocol.created', 'DELIVERED', '{}', :keeper, 2, 2, now(), :original)
                returning id
                """)
            .param("endpoint", TypeId.parse(endpoint).uuid())
            .param("project", tenant.projectId())
            .param("keeper", tenant.keeper().id())
            .param("original", replayOf)
            .query(UUID.class)
            .single();
    database
        .sql(
            """
            insert into webhook.webhook_attempts (
              delivery_id, number, attempted_at, duration_ms, status_code, error, answer)
            values (:delivery, 1, '2026-02-03T09:30:00Z', 12, 500, 'It answered 500 instead of 2xx.', 'busy'),
                   (:delivery, 2, '2026-02-03T09:30:05Z', 9, 204, null, null)
            """)
        .param("delivery", delivery)
        .update();
    return delivery;
  }
}
