package io.protoworks.pendency;

import io.protoworks.platform.Viewer;
import io.protoworks.testing.Fixture;
import io.protoworks.walk.Tenant;
import io.protoworks.walk.TenantPart;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PA at an item, that somebody wants to weigh less, and what a walk-down found, resolved. */
@Fixture
@Order(80)
class PendencyPart implements TenantPart {
  private final JdbcClient database;

  PendencyPart(JdbcClient database) {
    this.database = database;
  }

  @Override
  public void populate(Tenant tenant) {
    UUID atItem = raise(tenant, 1, true);
    UUID atEquipment = raise(tenant, 2, false);
    attach(tenant, atItem);
    database
        .sql(
            """
            update pendency.pendencies
               set assigned_to = :keeper, requested_type = 'PC', requested_at = now(), requested_by = :keeper,
                   request_reason = 'It keeps nobody'
             where id = :id
            """)
        .param("keeper", tenant.keeper().id())
        .param("id", atItem)
        .update();
    database
        .sql(
            """
            update pendency.pendencies
               set cleared_at = now(), cleared_by = :keeper, cleared_ip = '192.0.2.1', clearing_description = 'Done'
             where id = :id
            """)
        .param("keeper", tenant.keeper().id())
        .param("id", atEquipment)
        .update();
    database
        .sql(
            """
            update pendency.pendencies
               set status = 'RESOLVED', resolved_at = now(), resolved_by = :system, resolved_ip = '192.0.2.1',
                   resolution_description = 'Seen'
             where id = :id
            """)
        .param("system", Viewer.SYSTEM_USER)
        .param("id", atEquipment)
        .update();
  }

  private void attach(Tenant tenant, UUID pendency) {
    database
        .sql(
            """
            insert into attachment.attachments
                   (entity_type, entity_id, file_path, file_name, file_type, file_size, sha256, uploaded_by)
            values ('pendency', ?, ?, 'leak.jpg', 'image/jpeg', 1, repeat('0', 64), ?)
            """)
        .params(pendency, "photos/" + pendency, tenant.keeper().id())
        .update();
  }

  /** On the tenant's protocol that has items. */
  private UUID raise(Tenant tenant, int number, boolean atItem) {
    UUID pendency =
        database
            .sql(
                """
                insert into pendency.pendencies
                       (number, protocol_id, protocol_item_id, equipment_id, subsystem_id, project_id, stage, type,
                        description, raising_company_id, clearing_company_id, due_on, created_by, created_ip,
                        updated_by)
                select :number, protocol.id, case when :atItem then item.id end,
                       case when not :atItem then assignment.equipment_id end, protocol.subsystem_id,
                       protocol.project_id, protocol.stage, 'PA', :description, protocol.executor_company_id,
                       protocol.executor_company_id, '2026-02-03', :keeper, '192.0.2.1', :keeper
                  from protocol.protocols protocol
                  join protocol.protocol_items item on item.protocol_id = protocol.id
                  join protocol.protocol_equipment_companies assignment on assignment.protocol_id = protocol.id
                 where protocol.project_id = :project
                 order by item."order"
                 limit 1
                returning id
                """)
            .param("number", number)
            .param("atItem", atItem)
            .param("description", tenant.named("Leaks"))
            .param("keeper", tenant.keeper().id())
            .param("project", tenant.projectId())
            .query(UUID.class)
            .single();
    database
        .sql(
            """
            insert into pendency.pendency_history (pendency_id, action, new_type, user_id, ip_address)
            values (?, 'CREATED', 'PA', ?, '192.0.2.1')
            """)
        .params(pendency, tenant.keeper().id())
        .update();
    return pendency;
  }
}
