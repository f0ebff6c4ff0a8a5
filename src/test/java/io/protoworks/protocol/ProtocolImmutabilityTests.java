package io.protoworks.protocol;

import static io.protoworks.testing.Refusals.assertRefusedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What was signed cannot change, whoever writes: the database itself refuses. */
@ServerTest
class ProtocolImmutabilityTests {
  @Autowired Play play;
  @Autowired JdbcClient database;
  @Autowired TransactionOperations transactions;

  private Cast cast;
  private UUID template;
  private UUID finalized;

  @BeforeEach
  void finish() {
    cast = play.cast();
    template = play.template(ProtocolType.C1);
    State released = cast.release(cast.create(template, ProtocolType.C1, cast.equipment("P-101")));
    finalized = TypeId.parse(released.id()).uuid();
    insertInstrument();
    State submitted = cast.submit(ProtocolType.C1, cast.fillAll(ProtocolType.C1, released));
    cast.finish(ProtocolType.C1, cast.validate(cast.approve(ProtocolType.C1, submitted)));
    assertThat(cast.person(CompanyType.MONTADORA, UserRole.MANAGER).id()).isNotNull();
  }

  private void insertInstrument() {
    database
        .sql(
            """
            insert into protocol.protocol_instruments
                   (protocol_id, name, serial_number, calibration_due_on, created_by, updated_by)
            select id, 'Megger', 'SN-1', '2099-01-01', created_by, created_by from protocol.protocols where id = ?
            """)
        .param(finalized)
        .update();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "update protocol.protocol_items set value = '{\"v\": 1}' where protocol_id = ?; protocol_items_frozen_check",
        "update protocol.protocol_items set approval_status = 'PENDING', approved_at = null, approved_by = null, approved_ip = null where protocol_id = ?; protocol_items_approval_check",
        "delete from protocol.protocol_items where protocol_id = ?; protocol_items_kept_check",
        "delete from protocol.protocols where id = ?; protocols_kept_check",
        "update protocol.protocols set status = 'IN_PROGRESS', finalized_at = null where id = ?; protocols_status_check",
        "update protocol.protocols set number = 999 where id = ?; protocols_fixed_check",
        "update protocol.protocol_signatures set content_hash = repeat('0', 64) where protocol_id = ?; protocol_signatures_append_only_check",
        "delete from protocol.protocol_signatures where protocol_id = ?; protocol_signatures_append_only_check",
        "delete from protocol.protocol_status_history where protocol_id = ?; protocol_status_history_append_only_check",
        "update protocol.protocol_equipment_companies set is_active = false where protocol_id = ?; protocol_equipment_companies_released_check",
        "delete from protocol.protocol_equipment_companies where protocol_id = ?; protocol_equipment_companies_released_check",
        "update protocol.protocol_items set approved_by = '00000000-0000-7000-8000-000000000000' where protocol_id = ?; protocol_items_approval_check",
        "update protocol.protocol_items set approved_at = now() where protocol_id = ?; protocol_items_approval_check",
        "update protocol.protocol_items set approved_ip = '192.0.2.99' where protocol_id = ?; protocol_items_approval_check",
        "update protocol.protocol_items set approval_note = 'Rewritten' where protocol_id = ?; protocol_items_approval_check",
        "insert into protocol.protocol_status_history (protocol_id, sequence, previous_status, new_status, round, user_id, ip_address, reason) select protocol_id, max(sequence) + 1, 'FINALIZED', 'CANCELLED', 1, min(user_id::text)::uuid, '192.0.2.1', 'For no reason' from protocol.protocol_status_history where protocol_id = ? group by protocol_id; protocol_status_history_step_check",
        "insert into protocol.protocol_status_history (protocol_id, sequence, previous_status, new_status, round, user_id, ip_address, reason) select protocol_id, max(sequence) + 1, 'FINALIZED', 'REJECTED', 1, min(user_id::text)::uuid, '192.0.2.1', 'For no reason' from protocol.protocol_status_history where protocol_id = ? group by protocol_id; protocol_status_history_end_check",
        "insert into protocol.protocol_instruments (protocol_id, name, serial_number, calibration_due_on, created_by, updated_by) select id, 'Megger', 'SN-2', '2099-01-01', created_by, created_by from protocol.protocols where id = ?; protocol_instruments_frozen_check",
        "update protocol.protocol_instruments set is_active = false where protocol_id = ?; protocol_instruments_frozen_check",
        "delete from protocol.protocol_instruments where protocol_id = ?; protocol_instruments_kept_check",
        "update protocol.protocol_instruments set protocol_id = '00000000-0000-7000-8000-000000000000' where protocol_id = ?; protocol_instruments_fixed_check",
        "update protocol.protocols set finalized_at = finalized_at - interval '1 day' where id = ?; protocols_finalized_check",
        "update protocol.protocols set released_at = released_at - interval '1 day' where id = ?; protocols_finalized_check",
      })
  void theDatabaseRefuses(String statement, String constraint) {
    assertRefusedBy(constraint, () -> database.sql(statement).param(finalized).update());
  }

  @ParameterizedTest
  @CsvSource({"protocol_signatures", "protocol_status_history"})
  void nothingIsTruncated(String table) {
    assertThatThrownBy(() -> database.sql("truncate protocol.%s".formatted(table)).update())
        .rootCause()
        .isInstanceOf(PSQLException.class)
        .hasMessageContaining("TRUNCATE refused");
  }

  /** What was never released has no items yet, so that nothing but its status is in the way. */
  @Test
  void nothingIsAddedOnceNobodyFills() {
    State created = cast.create(template, ProtocolType.C1, cast.equipment("P-102"));
    UUID cancelled = TypeId.parse(created.id()).uuid();
    assertRefusedBy(
        "protocol_items_late_check",
        () ->
            transactions.executeWithoutResult(
                status -> {
                  database
                      .sql(
                          "update protocol.protocols set status = 'CANCELLED', current_company_id = null where id = ?")
                      .param(cancelled)
                      .update();
                  insertItems(cancelled);
                }));
  }

  /** Every later status is reached by its steps, whoever writes. */
  @ParameterizedTest
  @CsvSource({
    "RELEASED, 1, true, false",
    "IN_PROGRESS, 1, true, false",
    "VALIDATED, 1, true, false",
    "FINALIZED, 1, true, true",
    "REJECTED, 1, true, false",
    "CANCELLED, 1, false, false",
    "CREATED, 2, false, false",
    "CREATED, 1, true, false",
    "CREATED, 1, false, true",
  })
  void noneBeginsLater(String status, int round, boolean wasReleased, boolean wasFinalized) {
    assertRefusedBy(
        "protocols_begin_check",
        () ->
            database
                .sql(
                    """
                    insert into protocol.protocols
                           (number, template_id, stage, project_id, subsystem_id, status, round, executor_company_id,
                            current_company_id, released_at, finalized_at, created_by, updated_by)
                    select number + 100, template_id, stage, project_id, subsystem_id, asked.status, :round,
                           executor_company_id,
                           case when asked.status not in ('FINALIZED', 'CANCELLED') then executor_company_id end,
                           case when :released then now() end, case when :finalized then now() end,
                           created_by, created_by
                      from protocol.protocols
                     cross join (select :status::protocol.protocol_status) as asked (status)
                     where id = :protocol
                    """)
                .param("status", status)
                .param("round", round)
                .param("released", wasReleased)
                .param("finalized", wasFinalized)
                .param("protocol", finalized)
                .update());
  }

  private void insertItems(UUID protocol) {
    database
        .sql(
            """
            insert into protocol.protocol_items
                   (protocol_id, template_id, template_item_id, item_type, "order", required, energizes)
            select protocol.id, protocol.template_id, asked.id, asked.item_type, asked."order", asked.required, false
              from protocol.protocols protocol
              join template.protocol_template_items asked on asked.protocol_template_id = protocol.template_id
             where protocol.id = ? and asked.is_active
            """)
        .param(protocol)
        .update();
  }

  /** The rules would not let it come so far; without them the signature alone is not enough. */
  @Test
  void noneIsValidatedWithItemsLeft() {
    State released = cast.release(cast.create(template, ProtocolType.C1, cast.equipment("P-103")));
    State submitted = cast.submit(ProtocolType.C1, cast.fillAll(ProtocolType.C1, released));
    UUID approved = TypeId.parse(cast.approve(ProtocolType.C1, submitted).id()).uuid();
    assertRefusedBy(
        "protocols_items_approved_check",
        () ->
            transactions.executeWithoutResult(
                status -> {
                  database
                      .sql(
                          """
                          insert into protocol.protocol_signatures
                                 (protocol_id, round, action, user_id, company_id, signature_image_path, signed_at,
                                  ip_address, content_hash)
                          select protocol_id, round, 'VALIDATED', :someone, company_id, signature_image_path, now(),
                                 ip_address, content_hash
                            from protocol.protocol_signatures
                           where protocol_id = :protocol
                          """)
                      .param("someone", Viewer.SYSTEM_USER)
                      .param("protocol", approved)
                      .update();
                  database
                      .sql("update protocol.protocols set status = 'VALIDATED' where id = ?")
                      .param(approved)
                      .update();
                }));
  }
}
