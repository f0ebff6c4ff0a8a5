package io.protoworks.protocol;

import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import io.protoworks.testing.Fixture;
import io.protoworks.walk.Tenant;
import io.protoworks.walk.TenantPart;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A protocol under way with values of every type, and one that is submitted with its gate broken.
 */
@Fixture
@Order(70)
class ProtocolPart implements TenantPart {
  private static final List<String> VALUES =
      List.of(
          "{\"v\":1,\"na\":false,\"note\":null,\"result\":\"NOK\"}",
          "{\"v\":1,\"na\":false,\"note\":null,\"text\":\"SN-1\"}",
          "{\"v\":1,\"na\":false,\"note\":null,\"text\":\"Ran\\nwell\"}",
          "{\"v\":1,\"na\":false,\"note\":null,\"number\":\"12.50\",\"unit\":\"V\",\"instrumentId\":\"%1$s\"}",
          "{\"v\":1,\"na\":false,\"note\":null,\"readings\":[{\"point\":\"0%%\",\"number\":\"4.21\"}],"
              + "\"unit\":\"mA\",\"instrumentId\":\"%1$s\"}",
          "{\"v\":1,\"na\":false,\"note\":null,\"photos\":[{\"attachmentId\":\"%2$s\","
              + "\"sha256\":\"00\",\"takenAt\":\"2026-02-03T09:30:00Z\","
              + "\"geo\":{\"latitude\":\"-22.9\",\"longitude\":\"-43.2\"},\"kind\":\"BEFORE\"}]}",
          "{\"v\":1,\"na\":false,\"note\":null,\"date\":\"2026-02-03\",\"dateTime\":null}",
          "{\"v\":1,\"na\":false,\"note\":null,\"attachmentId\":\"%2$s\","
              + "\"sha256\":\"00\",\"signerUserId\":\""
              + Viewer.SYSTEM_USER
              + "\",\"signedAt\":\"2026-02-03T09:30:00Z\",\"contentHash\":\"00\"}");

  private final JdbcClient database;
  private final TransactionOperations transactions;

  ProtocolPart(JdbcClient database, TransactionOperations transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  @Override
  public void populate(Tenant tenant) {
    UUID template = TypeId.parse(tenant.shared("ProtocolTemplate")).uuid();
    transactions.executeWithoutResult(
        status -> {
          UUID underWay = make(tenant, template, 1);
          step(underWay, 2, "AWAITING_GATE");
          step(underWay, 3, "RELEASED");
          step(underWay, 4, "IN_PROGRESS");
          fill(underWay, instrument(underWay), photo(tenant));
          sign(underWay, tenant);
          UUID broken = make(tenant, template, 2);
          step(broken, 2, "AWAITING_GATE");
          step(broken, 3, "RELEASED");
          step(broken, 4, "IN_PROGRESS");
          step(broken, 5, "SUBMITTED");
          database
              .sql("update protocol.protocols set gate_broken = true, open_pa = 1 where id = ?")
              .param(broken)
              .update();
        });
  }

  private UUID make(Tenant tenant, UUID template, int number) {
    UUID protocol =
        database
            .sql(
                """
                insert into protocol.protocols
                       (number, template_id, stage, project_id, subsystem_id, executor_company_id,
                        current_company_id, due_on, created_by, updated_by)
                select :number, :template, 'C2', project.id,
                       (select equipment.subsystem_id from plant.equipments equipment
                         where equipment.project_id = project.id and equipment.is_active
                         order by equipment.id limit 1),
                       project.client_company_id, project.client_company_id, '2026-02-03', :system, :system
                  from plant.projects project
                 where project.id = :project
                returning id
                """)
            .param("number", number)
            .param("template", template)
            .param("project", tenant.projectId())
            .param("system", Viewer.SYSTEM_USER)
            .query(UUID.class)
            .single();
    database
        .sql(
            """
            insert into protocol.protocol_equipment_companies (protocol_id, equipment_id, company_id, subsystem_id)
            select protocol.id,
                   (select equipment.id from plant.equipments equipment
                     where equipment.subsystem_id = protocol.subsystem_id and equipment.is_active
                     order by equipment.id limit 1),
                   protocol.executor_company_id, protocol.subsystem_id
              from protocol.protocols protocol
             where protocol.id = ?
            """)
        .param(protocol)
        .update();
    append(protocol, 1, "CREATED");
    return protocol;
  }

  private void step(UUID protocol, int sequence, String status) {
    database
        .sql(
            "update protocol.protocols set status = ?::protocol.protocol_status,"
                + " released_at = coalesce(released_at, now()) where id = ?")
        .params(status, protocol)
        .update();
    append(protocol, sequence, status);
  }

  private void append(UUID protocol, int sequence, String status) {
    database
        .sql(
            """
            insert into protocol.protocol_status_history
                   (protocol_id, sequence, previous_status, new_status, round, user_id, ip_address, reason)
            values (:protocol, :sequence,
                    (select new_status from protocol.protocol_status_history
                      where protocol_id = :protocol and sequence = :sequence - 1),
                    :status::protocol.protocol_status, 1, :system, '192.0.2.1', 'As was agreed')
            """)
        .param("protocol", protocol)
        .param("sequence", sequence)
        .param("status", status)
        .param("system", Viewer.SYSTEM_USER)
        .update();
  }

  private UUID instrument(UUID protocol) {
    return database
        .sql(
            """
            insert into protocol.protocol_instruments
                   (protocol_id, name, serial_number, certificate_number, calibrated_on, calibration_due_on,
                    created_by, updated_by)
            values (:protocol, 'Megger', 'SN-1', 'C-1', '2026-01-01', '2027-01-01', :system, :system)
            returning id
            """)
        .param("protocol", protocol)
        .param("system", Viewer.SYSTEM_USER)
        .query(UUID.class)
        .single();
  }

  /** The first item stays unanswered, which keeps the protocol from being submitted. */
  private void fill(UUID protocol, UUID instrument, UUID photo) {
    for (int order = 1; order <= VALUES.size() + 1; order++) {
      boolean isFilled = order > 1;
      database
          .sql(
              """
              insert into protocol.protocol_items
                     (protocol_id, template_id, template_item_id, item_type, "order", required, energizes, value,
                      outcome, filled_at, filled_by, filled_ip, filled_round, approval_status, approved_at,
                      approved_by, approved_ip, approval_note)
              select protocol.id, protocol.template_id, asked.id, asked.item_type, asked."order", asked.required,
                     false, filled.value::jsonb,
                     case when filled.value is not null
                          then case when asked.item_type = 'NUMBER_RANGE' then 'FAIL' else 'INFO' end
                     end::protocol.item_outcome,
                     case when filled.value is not null then now() end,
                     case when filled.value is not null then :system end::uuid,
                     case when filled.value is not null then '192.0.2.1' end::inet,
                     case when filled.value is not null then 1 end,
                     case when asked.item_type = 'DATE' then 'REJECTED' else 'PENDING' end::protocol.item_approval_status,
                     case when asked.item_type = 'DATE' then now() end,
                     case when asked.item_type = 'DATE' then :system end::uuid,
                     case when asked.item_type = 'DATE' then '192.0.2.1' end::inet,
                     case when asked.item_type = 'DATE' then 'Again' end
                from protocol.protocols protocol
                join template.protocol_template_items asked on asked.protocol_template_id = protocol.template_id
               cross join (select :value::text as value) filled
               where protocol.id = :protocol and asked."order" = :order
              """)
          .param("protocol", protocol)
          .param("order", order)
          .param("value", isFilled ? VALUES.get(order - 2).formatted(instrument, photo) : null)
          .param("system", Viewer.SYSTEM_USER)
          .update();
    }
    database
        .sql(
            "update attachment.attachments set entity_id = (select id from protocol.protocol_items"
                + " where protocol_id = ? and item_type = 'PHOTO_CAPTURE') where id = ?")
        .params(protocol, photo)
        .update();
    database
        .sql(
            """
            insert into attachment.attachments
                   (entity_type, entity_id, project_id, file_path, file_name, file_type, file_size, sha256, uploaded_by)
            select 'protocol', protocol.id, protocol.project_id, 'drawings/' || protocol.id, 'drawing.pdf',
                   'application/pdf', 1, repeat('0', 64), protocol.created_by
              from protocol.protocols protocol
             where protocol.id = ?
            """)
        .param(protocol)
        .update();
  }

  private UUID photo(Tenant tenant) {
    return database
        .sql(
            """
            insert into attachment.attachments
                   (entity_type, entity_id, file_path, file_name, file_type, file_size, sha256, uploaded_by)
            values ('protocol_item', :user, :path, 'photo.jpg', 'image/jpeg', 1, repeat('0', 64), :user)
            returning id
            """)
        .param("user", tenant.keeper().id())
        .param("path", "photos/" + tenant.mark())
        .query(UUID.class)
        .single();
  }

  private void sign(UUID protocol, Tenant tenant) {
    database
        .sql(
            """
            insert into protocol.protocol_signatures
                   (protocol_id, round, action, user_id, company_id, signature_image_path, signed_at, ip_address,
                    content_hash)
            values (?, 1, 'APPROVED', ?, ?, 'signatures/1', now(), '192.0.2.1', repeat('0', 64))
            """)
        .params(protocol, tenant.colleague().id(), tenant.colleague().companyId())
        .update();
  }
}
