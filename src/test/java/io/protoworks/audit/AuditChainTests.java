package io.protoworks.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.audit.AuditChainVerification.AuditChainBreak;
import io.protoworks.audit.AuditChainVerification.AuditChainBreakReason;
import io.protoworks.platform.Change;
import io.protoworks.platform.Json;
import io.protoworks.testing.ServerTest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class AuditChainTests {
  @Autowired AuditChainService chains;
  @Autowired Ledger ledger;
  @Autowired JdbcClient database;

  private AuditChainVerification verify(UUID projectId) {
    return chains.verify(new AuditScope(projectId));
  }

  private void assertBreaks(UUID projectId, long sequence, AuditChainBreakReason reason) {
    assertThat(verify(projectId))
        .isEqualTo(new AuditChainVerification(sequence - 1, new AuditChainBreak(sequence, reason)));
  }

  @Nested
  class Holds {
    @Test
    void whenNothingWasWritten() {
      assertThat(verify(UUID.randomUUID())).isEqualTo(new AuditChainVerification(0, null));
    }

    @Test
    void overSeveralTransactionsOfSeveralScopes() {
      UUID one = UUID.randomUUID();
      UUID other = UUID.randomUUID();
      ledger.record(
          Ledger.change(one, Map.of("n", 1)),
          Ledger.change(null, Map.of("n", 2)),
          Ledger.change(other, Map.of("n", 3)),
          Ledger.change(one, Map.of("n", 4)));
      ledger.record(Ledger.change(one, Map.of("n", 5)));
      assertThat(verify(one)).isEqualTo(new AuditChainVerification(3, null));
      assertThat(verify(other)).isEqualTo(new AuditChainVerification(1, null));
      assertThat(chains.verify(AuditScope.GLOBAL).holds()).isTrue();
      assertThat(
              database
                  .sql(
                      "select new_data ->> 'n' from audit.audit_logs where scope_id = ? order by sequence")
                  .params(one)
                  .query(String.class)
                  .list())
          .containsExactly("1", "4", "5");
    }

    @Test
    void overMoreEntriesThanAreWrittenOrReadAtOnce() {
      UUID projectId = UUID.randomUUID();
      ledger.record(
          IntStream.range(0, 2_345)
              .mapToObj(number -> Ledger.change(projectId, Map.of("number", number)))
              .toArray(Change[]::new));
      assertThat(verify(projectId)).isEqualTo(new AuditChainVerification(2_345, null));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "1e400",
          "-1e-400",
          "123456789012345678901234567890",
          "0.1",
          "1.50",
          "1e21",
          "5e-324",
          "1.7976931348623157e308",
          "-0.0",
          "\"e\\u0301 \\ud83d\\ude00 \\ufb33 \\u007f \\u2028 \\\" \\\\ \\/ \\b\"",
          "{\"bb\": 1, \"a\": {\"z\": [], \"\": {}}, \"a\": 2, \"é\": null}"
        })
    void overOddJson(String odd) {
      UUID projectId = UUID.randomUUID();
      String stored =
          database.sql("select ?::jsonb::text").params(odd).query(String.class).single();
      ledger.record(Ledger.change(projectId, new Json(stored)));
      assertThat(verify(projectId)).isEqualTo(new AuditChainVerification(1, null));
    }

    @Test
    void overOddText() {
      UUID projectId = UUID.randomUUID();
      Map<String, Object> odd = new HashMap<>();
      odd.put("zero", "a\0b");
      odd.put("lone surrogate", "\ud83d!");
      odd.put("backslash", "\\u0000 \\\\ \"quoted\" {1,2}");
      odd.put("controls", "\u0001\u001f\u007f\u0085");
      odd.put("nothing", null);
      odd.put("wide", Long.MIN_VALUE);
      odd.put("not a number", Double.NaN);
      ledger.record(
          Ledger.change(projectId, odd).with(odd).because("because of “NULL”, {\"a\"}, \\N"),
          Change.deleted("Area", UUID.randomUUID(), projectId, odd));
      assertThat(verify(projectId)).isEqualTo(new AuditChainVerification(2, null));
    }
  }

  @Nested
  class Breaks {
    private final UUID projectId = ledger.chain(5);

    private void alter(String statement) {
      ledger.tamper("audit_logs", statement, projectId);
    }

    @BeforeEach
    void anotherUser() {
      database
          .sql(
              """
              insert into identity.users (id, email, name, role, is_system)
              values ('00000000-0000-7000-8000-00000000a0d1', 'other@audit.example', 'Other', 'ADMIN', true)
              on conflict do nothing
              """)
          .update();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "user_id = '00000000-0000-7000-8000-00000000a0d1'",
          "timestamp = timestamp + interval '1 microsecond'",
          "ip_address = '127.0.0.1/8'",
          "user_agent = null",
          "action = 'DELETE'",
          "event_type = 'area.changed'",
          "entity_type = 'System'",
          "entity_id = gen_random_uuid()",
          "previous_data = 'null'",
          "new_data = '{\"number\": 4}'",
          "new_data = '{\"number\": 1e400}'",
          "new_data = jsonb_set(new_data, '{number}', to_jsonb('3'::text))",
          "metadata = 'null'",
          "change_reason = 'none'",
          "chain_hash = repeat('0', 64)"
        })
    void whereAnEntryWasAltered(String assignment) {
      alter("update audit.audit_logs set " + assignment + " where scope_id = ? and sequence = 3");
      assertBreaks(projectId, 3, AuditChainBreakReason.ALTERED);
    }

    @Test
    void whereAnEntryWasDeleted() {
      alter("delete from audit.audit_logs where scope_id = ? and sequence = 3");
      assertBreaks(projectId, 3, AuditChainBreakReason.MISSING);
    }

    @Test
    void whereTheFirstEntryWasDeleted() {
      alter("delete from audit.audit_logs where scope_id = ? and sequence = 1");
      assertBreaks(projectId, 1, AuditChainBreakReason.MISSING);
    }

    @Test
    void whereTheTailWasCutOff() {
      alter("delete from audit.audit_logs where scope_id = ? and sequence >= 4");
      assertBreaks(projectId, 4, AuditChainBreakReason.MISSING);
    }

    @Test
    void whereAnEntryWasMovedUp() {
      alter(
          "update audit.audit_logs set sequence = sequence - 1 where scope_id = ? and sequence > 3");
      assertSurplus(3);
    }

    @Test
    void whereEntriesWereSwapped() {
      alter(
          "update audit.audit_logs set sequence = 7 - sequence where scope_id = ? and sequence in (3, 4)");
      assertBreaks(projectId, 3, AuditChainBreakReason.ALTERED);
    }

    @Test
    void whereAnEntryWasPutInBetween() {
      insertCopy("sequence", "timestamp + interval '1 second'", 3);
      assertSurplus(3);
    }

    @Test
    void whereAnEntryWasPutAtTheEnd() {
      insertCopy("sequence + 1", "timestamp", 5);
      assertBreaks(projectId, 6, AuditChainBreakReason.SURPLUS);
    }

    @Test
    void whereAnEntryWasReplacedByOneWithItsOwnHash() {
      UUID other = ledger.chain(3);
      alter("delete from audit.audit_logs where scope_id = ? and sequence = 1");
      ledger.tamper(
          "audit_logs",
          "update audit.audit_logs set scope_id = ? where scope_id = ? and sequence = 1",
          projectId,
          other);
      assertBreaks(projectId, 1, AuditChainBreakReason.ALTERED);
    }

    @Test
    void whereTheHeadKnowsAnotherEnd() {
      database.sql("alter table audit.audit_chain_heads disable trigger user").update();
      database
          .sql("update audit.audit_chain_heads set chain_hash = repeat('0', 64) where scope_id = ?")
          .params(projectId)
          .update();
      List<String> triggers =
          Arrays.asList(
              "audit_chain_heads_forward_only_check", "audit_chain_heads_never_deleted_check");
      for (String trigger : triggers) {
        database
            .sql("alter table audit.audit_chain_heads enable always trigger " + trigger)
            .update();
      }
      assertThat(verify(projectId))
          .isEqualTo(
              new AuditChainVerification(
                  5, new AuditChainBreak(5, AuditChainBreakReason.HEAD_DIFFERS)));
    }

    /** Up to there, all entries are in order; then there is a second one for the same place. */
    private void assertSurplus(long sequence) {
      assertThat(verify(projectId))
          .isEqualTo(
              new AuditChainVerification(
                  sequence, new AuditChainBreak(sequence, AuditChainBreakReason.SURPLUS)));
    }

    private void insertCopy(String sequence, String timestamp, int of) {
      database
          .sql(
              """
              insert into audit.audit_logs (
                scope_type, scope_id, sequence, user_id, timestamp, ip_address, action, event_type,
                entity_type, entity_id, prev_chain_hash, chain_hash)
              select scope_type, scope_id, %s, user_id, %s, ip_address, action, event_type,
                     entity_type, entity_id, chain_hash, chain_hash
                from audit.audit_logs
               where scope_id = ? and sequence = ?
              """
                  .formatted(sequence, timestamp))
          .params(projectId, of)
          .update();
    }
  }
}
