package io.protoworks.notification;

import io.protoworks.platform.TypeId;
import io.protoworks.testing.Fixture;
import io.protoworks.walk.Tenant;
import io.protoworks.walk.TenantPart;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That the keeper was told of each of the tenant's protocols, and of nothing else. */
@Fixture
@Order(97)
class NotificationPart implements TenantPart {
  private final JdbcClient database;

  NotificationPart(JdbcClient database) {
    this.database = database;
  }

  @Override
  public void populate(Tenant tenant) {
    keepStill(tenant);
    Map<String, Object> who =
        Map.of(
            "keeper", tenant.keeper().id(),
            "project", tenant.projectId(),
            "colleague", tenant.colleague().id());
    database
        .sql(
            """
            insert into notification.inboxes (user_id, last_sequence, changes) values (:keeper, 1000, 1)
            on conflict (user_id) do nothing
            """)
        .params(who)
        .update();
    database
        .sql(
            """
            insert into notification.notifications (
              user_id, sequence, project_id, event_sequence, type, entity_type, entity_id, subsystem_id, protocol_id,
              actor_id, occurred_at, payload)
            select :keeper, row_number() over (order by id), :project, 1000000000 + number, 'PROTOCOL_TURN', 'Protocol', id,
                   subsystem_id, id, :colleague, '2026-02-03T09:30:00Z',
                   '{"v": 1, "event": "protocol.released", "previousState": "CREATED", "state": "RELEASED", "comment": null}'
              from protocol.protocols
             where project_id = :project
            """)
        .params(who)
        .update();
    tenant.remember(
        "notification",
        new TypeId(
                "notification",
                database
                    .sql(
                        "select id from notification.notifications where user_id = :keeper and sequence = 1")
                    .params(who)
                    .query(UUID.class)
                    .single())
            .toString());
    database
        .sql(
            """
            insert into notification.notification_preferences (user_id, muted_types, muted_project_ids)
            values (:keeper, '{GATE_OPENED}', array[:project::uuid])
            """)
        .params(who)
        .update();
    tenant.remember("notificationCursor", NotificationCursor.of(tenant.keeper().id(), 1));
  }

  /** What happens in the project concerns nobody from now on. */
  private void keepStill(Tenant tenant) {
    database
        .sql(
            """
            insert into notification.notification_positions (project_id, sequence) values (?, ?)
            on conflict (project_id) do update set sequence = excluded.sequence
            """)
        .params(tenant.projectId(), Long.MAX_VALUE)
        .update();
    database
        .sql("delete from notification.notifications where project_id = ?")
        .param(tenant.projectId())
        .update();
  }
}
