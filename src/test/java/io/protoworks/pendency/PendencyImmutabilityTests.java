package io.protoworks.pendency;

import static io.protoworks.testing.Refusals.assertRefusedBy;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.protoworks.identity.UserRole;
import io.protoworks.pendency.Pendencies.Raised;
import io.protoworks.pendency.Pendencies.Scene;
import io.protoworks.testing.ServerTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way of a pendency cannot be left, whoever writes: the database itself refuses. */
@ServerTest
class PendencyImmutabilityTests {
  @Autowired Pendencies pendencies;
  @Autowired JdbcClient database;

  private Scene scene;
  private UUID clearer;

  @BeforeEach
  void makeScene() {
    scene = pendencies.scene();
    clearer =
        scene.cast().person(io.protoworks.identity.CompanyType.MONTADORA, UserRole.TECHNICIAN).id();
  }

  private void assertRefused(Raised raised, String statement, String constraint) {
    assertRefusedBy(
        constraint,
        () ->
            database.sql(statement).param("id", raised.uuid()).param("clearer", clearer).update());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "number = 999; pendencies_fixed_check",
        "created_at = now(); pendencies_fixed_check",
        "raising_company_id = clearing_company_id; pendencies_fixed_check",
        "type = 'PC'; pendencies_downgrade_check",
        "type = 'PC', requested_type = null; pendencies_downgrade_check",
        "refusals = 1; pendencies_refusal_check",
        "status = 'RESOLVED', resolved_at = now(), resolved_by = :clearer, resolved_ip = '192.0.2.1'; pendencies_status_check",
        "cleared_at = now(); pendencies_cleared_check",
        "description = ' '; pendencies_description_check",
        "equipment_id = protocol_item_id; pendencies_fixed_check",
      })
  void anOpenOneKeepsToItsWay(String change, String constraint) {
    Raised raised = pendencies.raise(scene, "PA");
    assertRefused(
        raised,
        "update pendency.pendencies set %s where id = :id and :clearer::uuid is not null"
            .formatted(change),
        constraint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "clearing_description = 'Something else'; pendencies_clearing_check",
        "cleared_at = null, cleared_by = null, cleared_ip = null, clearing_description = null; pendencies_clearing_check",
        "cleared_at = null, cleared_by = null, cleared_ip = null, clearing_description = null, refusals = 1, updated_by = :clearer; pendencies_clearing_check",
        "description = 'Something else'; pendencies_cleared_as_it_was_check",
        "clearing_company_id = raising_company_id; pendencies_cleared_as_it_was_check",
        "status = 'RESOLVED', resolved_at = now(), resolved_by = :clearer, resolved_ip = '192.0.2.1'; pendencies_resolved_by_check",
      })
  void aClearedOneStaysAsItWasCleared(String change, String constraint) {
    Raised raised = pendencies.clear(scene, pendencies.raise(scene, "PA"));
    assertRefused(
        raised,
        "update pendency.pendencies set %s where id = :id and :clearer::uuid is not null"
            .formatted(change),
        constraint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "description = 'Something else'",
        "type = 'PC'",
        "status = 'OPEN', resolved_at = null, resolved_by = null, resolved_ip = null",
        "due_on = '2030-01-01'",
        "version = version + 1",
      })
  void aResolvedOneNeverChanges(String change) {
    Raised cleared = pendencies.clear(scene, pendencies.raise(scene, "PA"));
    pendencies.does(scene.raiser(), "verifyPendency", Pendencies.on(cleared, Map.of()));
    assertRefused(
        cleared,
        "update pendency.pendencies set %s where id = :id and :clearer::uuid is not null"
            .formatted(change),
        "pendencies_resolved_forever_check");
  }

  @Test
  void whoAskedForLessDoesNotConfirmIt() {
    Raised raised = pendencies.raise(scene, "PA");
    Raised requested =
        pendencies.does(
            scene.raiser(),
            "changePendencyType",
            Pendencies.on(raised, Map.of("type", "PC", "reason", "It keeps nobody")));
    assertRefused(
        requested,
        "update pendency.pendencies set type = 'PC', requested_type = null, requested_at = null,"
            + " requested_by = null, request_reason = null, updated_by = requested_by"
            + " where id = :id and :clearer::uuid is not null",
        "pendencies_downgrade_check");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "delete from pendency.pendencies where id = :id and :clearer::uuid is not null; pendencies_kept_check",
        "delete from pendency.pendency_history where pendency_id = :id and :clearer::uuid is not null; pendency_history_append_only_check",
        "update pendency.pendency_history set comment = 'Else' where pendency_id = :id and :clearer::uuid is not null; pendency_history_append_only_check",
      })
  void nothingIsDeleted(String statement, String constraint) {
    assertRefused(pendencies.raise(scene, "PC"), statement, constraint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pendency_history", "pendencies cascade"})
  void nothingIsTruncated(String tables) {
    assertThatThrownBy(() -> database.sql("truncate pendency.%s".formatted(tables)).update())
        .rootCause()
        .isInstanceOf(PSQLException.class)
        .hasMessageContaining("TRUNCATE refused");
  }

  @Test
  void aProtocolWithOpenPendenciesStaysInUse() {
    Raised raised = pendencies.raise(scene, "PC");
    assertRefused(
        raised,
        "update protocol.protocols set status = 'CANCELLED', current_company_id = null"
            + " where id = (select protocol_id from pendency.pendencies where id = :id)"
            + " and :clearer::uuid is not null",
        "protocols_open_pendencies_check");
  }
}
