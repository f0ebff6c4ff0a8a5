package io.protoworks.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.platform.Page;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.OutOfRangeReadingArguments.OutOfRangeReadingFilter;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.template.ItemType;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Plans;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** Among many items, only those that failed are read, by their index. */
@ServerTest
class OutOfRangeReadingPlanTests {
  private static final String INDEX = "protocol_items_protocol_id_failed_idx";
  private static final String RANGE =
      "{\"points\": [{\"point\": \"0%\", \"min\": \"3.9\", \"max\": \"4.1\"}]}";

  /** In one transaction, of which nothing is kept: of twenty items one fails. */
  private static final List<String> MAKE_ITEMS =
      List.of(
          """
          insert into protocol.protocols
                 (number, template_id, stage, project_id, subsystem_id, executor_company_id, current_company_id,
                  created_by, updated_by)
          select number, '%1$s', 'C1', subsystem.project_id, subsystem.id, '%3$s', '%3$s', '%4$s', '%4$s'
            from plant.subsystems subsystem, generate_series(1, 1000) number
           where subsystem.id = '%2$s'
          """,
          """
          insert into protocol.protocol_items
                 (protocol_id, template_id, template_item_id, item_type, "order", required, energizes, value, outcome,
                  filled_at, filled_by, filled_ip, filled_round)
          select protocol.id, protocol.template_id, asked.id, asked.item_type, asked."order", true, false,
                 '{"v": 1, "readings": [{"point": "0%%", "number": "4.21"}]}',
                 case when asked."order" = 1 then 'FAIL' else 'PASS' end::protocol.item_outcome,
                 now(), '%4$s', '192.0.2.1', 1
            from protocol.protocols protocol
            join template.protocol_template_items asked on asked.protocol_template_id = protocol.template_id
           where protocol.template_id = '%1$s'
          """,
          "analyze protocol.protocols, protocol.protocol_items");

  @Autowired Play play;
  @Autowired Plans plans;
  @Autowired JdbcOperations database;
  @Autowired TransactionOperations transactions;

  @ParameterizedTest
  @ValueSource(strings = {"listBySubsystemIds", "countBySubsystemIds"})
  void findsWhatFailedByItsIndex(String statement) {
    Cast cast = play.cast();
    People.SignedIn viewer = cast.person(CompanyType.GERENCIADORA, UserRole.ENGINEERING);
    UUID template =
        play.template(
            ProtocolType.C1,
            Stream.generate(() -> ItemDraft.of(ItemType.NUMBER_RANGE).withConfig(RANGE))
                .limit(20)
                .toArray(ItemDraft[]::new));
    transactions.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          for (String make : MAKE_ITEMS) {
            database.execute(
                make.formatted(
                    template,
                    cast.site().subsystemId(),
                    cast.site().company(CompanyType.MONTADORA),
                    Viewer.SYSTEM_USER));
          }
          String plan = plan(statement, viewer.id(), cast.site().subsystemId());
          assertThat(plan).contains(INDEX).doesNotContain("Seq Scan on protocol_items");
        });
  }

  private String plan(String statement, UUID viewer, UUID subsystem) {
    return plans.of(
        OutOfRangeReadingMapper.class,
        statement,
        Map.of(
            "viewer",
            viewer,
            "subsystemIds",
            new UUID[] {subsystem},
            "filter",
            OutOfRangeReadingFilter.NONE,
            "page",
            Page.following(21, null, null)));
  }
}
