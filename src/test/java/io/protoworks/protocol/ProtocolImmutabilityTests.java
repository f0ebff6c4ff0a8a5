package io.protoworks.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was signed cannot change, whoever writes: the database itself refuses. */
@ServerTest
class ProtocolImmutabilityTests {
  @Autowired Play play;
  @Autowired JdbcClient database;

  private UUID finalized;

  @BeforeEach
  void finish() {
    Cast cast = play.cast();
    State created =
        cast.create(play.template(ProtocolType.C1), ProtocolType.C1, cast.equipment("P-101"));
    State done = cast.playThrough(ProtocolType.C1, created);
    finalized = TypeId.parse(done.id()).uuid();
    assertThat(cast.person(CompanyType.MONTADORA, UserRole.MANAGER).id()).isNotNull();
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
      })
  void theDatabaseRefuses(String statement, String constraint) {
    assertThatThrownBy(() -> database.sql(statement).param(finalized).update())
        .rootCause()
        .isInstanceOfSatisfying(
            PSQLException.class,
            refusal ->
                assertThat(refusal.getServerErrorMessage())
                    .extracting(message -> message == null ? null : message.getConstraint())
                    .isEqualTo(constraint));
  }

  @ParameterizedTest
  @CsvSource({"protocol_signatures", "protocol_status_history"})
  void nothingIsTruncated(String table) {
    assertThatThrownBy(() -> database.sql("truncate protocol.%s".formatted(table)).update())
        .rootCause()
        .isInstanceOf(PSQLException.class)
        .hasMessageContaining("TRUNCATE refused");
  }
}
