package io.protoworks.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.template.ProtocolType;
import io.protoworks.testing.ServerTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The state machine is written twice, in Java and in the database: they are the same. */
@ServerTest
class ProtocolStatusTests {
  @Autowired JdbcClient database;

  @Test
  void javaAndTheDatabaseHaveTheSameMachine() {
    List<String> ofJava = new ArrayList<>();
    for (ProtocolType stage : ProtocolType.values()) {
      for (ProtocolStatus from : ProtocolStatus.values()) {
        for (ProtocolStatus to : ProtocolStatus.values()) {
          if (from.canBecome(to, stage)) {
            ofJava.add("%s %s %s".formatted(stage, from, to));
          }
        }
      }
    }
    List<@Nullable String> ofDatabase =
        database
            .sql(
                """
                select stage || ' ' || previous || ' ' || next
                  from unnest(enum_range(null::template.protocol_type)) stage,
                       unnest(enum_range(null::protocol.protocol_status)) previous,
                       unnest(enum_range(null::protocol.protocol_status)) next
                 where protocol.can_become(stage, previous, next)
                """)
            .query(String.class)
            .list();
    assertThat(ofJava).hasSizeGreaterThan(50).containsExactlyInAnyOrderElementsOf(ofDatabase);
  }

  @Test
  void everyTransitionLeadsWhereTheMachineGoes() {
    for (ProtocolTransition transition : ProtocolTransition.values()) {
      assertThat(ProtocolStatus.values()).anyMatch(transition::startsAt);
    }
  }
}
