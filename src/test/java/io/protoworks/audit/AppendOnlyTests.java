package io.protoworks.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.protoworks.platform.Client;
import io.protoworks.platform.SecurityEvents;
import io.protoworks.testing.ServerTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database itself refuses to change the log, for the superuser that the tests are, too. */
@ServerTest
class AppendOnlyTests {
  private static final String RESTRICT_VIOLATION = "23001";

  @Autowired Ledger ledger;
  @Autowired SecurityEvents events;
  @Autowired JdbcClient database;

  private UUID projectId = new UUID(0, 0);

  @BeforeEach
  void somethingToChange() {
    projectId = ledger.chain(1);
    events.record("TEST_EVENT", null, Client.SELF, Map.of());
  }

  private String partition() {
    return database
        .sql("select tableoid::regclass::text from audit.audit_logs where scope_id = ?")
        .params(projectId)
        .query(String.class)
        .single();
  }

  private void assertRefused(String statement) {
    assertThatThrownBy(() -> database.sql(statement).update())
        .rootCause()
        .extracting("SQLState")
        .isEqualTo(RESTRICT_VIOLATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit.%s set event_type = 'none'",
        "update audit.%s set event_type = 'none' where false",
        "delete from audit.%s",
        "truncate audit.%s"
      })
  void entriesStayOnTheTableAndOnEachPartition(String statement) {
    assertRefused(statement.formatted("audit_logs"));
    assertRefused(statement.replace("audit.%s", "%s").formatted(partition()));
    assertThat(ledger.eventTypes(projectId)).containsExactly("area.created");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit.security_events set type = 'NONE'",
        "delete from audit.security_events",
        "truncate audit.security_events"
      })
  void securityEventsStay(String statement) {
    assertRefused(statement);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit.audit_chain_heads set sequence = 0, chain_hash = null where sequence > 0",
        "update audit.audit_chain_heads set chain_hash = repeat('0', 64)",
        "delete from audit.audit_chain_heads",
        "truncate audit.audit_chain_heads"
      })
  void headsOnlyMoveForward(String statement) {
    assertRefused(statement);
  }

  @Test
  void partitionsThatAreMadeLaterRefuseToo() {
    database.sql("select audit.ensure_partitions('2101-01-01', 1)").query(Integer.class).single();
    assertRefused("delete from audit.audit_logs_2101_01");
    assertRefused("truncate audit.audit_logs_2101_01");
  }
}
