package io.protoworks.event;

import io.protoworks.platform.Viewer;
import io.protoworks.testing.Fixture;
import io.protoworks.walk.Tenant;
import io.protoworks.walk.TenantPart;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That the tenant's protocols were drawn up, which they were not by the server. */
@Fixture
@Order(75)
class EventPart implements TenantPart {
  private final JdbcClient database;

  EventPart(JdbcClient database) {
    this.database = database;
  }

  @Override
  public void populate(Tenant tenant) {
    database
        .sql(
            """
            insert into platform.events
                   (project_id, sequence, occurred_at, type, entity_type, entity_id, subsystem_id, protocol_id, user_id,
                    state)
            select project_id, 1000000000 + number, now(), 'protocol.created', 'Protocol', id, subsystem_id, id, :system,
                   'CREATED'
              from protocol.protocols
             where project_id = :project
            """)
        .param("project", tenant.projectId())
        .param("system", Viewer.SYSTEM_USER)
        .update();
    tenant.remember("eventCursor", EventCursor.of(tenant.projectId(), 1_000_000_001));
  }
}
