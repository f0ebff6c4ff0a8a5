package io.protoworks.protocol;

import static io.protoworks.identity.CompanyType.CLIENTE;
import static io.protoworks.identity.CompanyType.COMISSIONADORA;
import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static io.protoworks.identity.CompanyType.MONTADORA;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who takes back what was judged of items, and until when. */
@ServerTest
class ItemApprovalTests {
  private static final String WITHDRAW = "withdrawItemApprovals";

  @Autowired Api api;
  @Autowired People people;
  @Autowired Play play;
  @Autowired JdbcClient database;

  private Cast cast;
  private State protocol;
  private GraphQlTester engineering;
  private GraphQlTester executor;
  private List<String> items;

  @BeforeEach
  void submit() {
    cast = play.cast();
    engineering = cast.as(GERENCIADORA, UserRole.ENGINEERING);
    executor = cast.as(MONTADORA, UserRole.MANAGER);
    protocol =
        cast.release(
            cast.create(
                play.template(ProtocolType.C1, ItemDraft.check(), ItemDraft.check()),
                ProtocolType.C1,
                cast.equipment("P-101")));
    protocol = cast.submit(ProtocolType.C1, cast.fillAll(ProtocolType.C1, protocol));
    items = play.itemIds(engineering, protocol);
  }

  private GraphQlTester.Request<?> withdrawing(GraphQlTester caller) {
    return play.judging(caller, WITHDRAW, protocol, items, null);
  }

  private List<String> statuses() {
    return database
        .sql(
            "select approval_status from protocol.protocol_items item"
                + " join protocol.protocols protocol on protocol.id = item.protocol_id"
                + " where protocol.number = ? and protocol.project_id = ? order by item.\"order\"")
        .params(1, cast.site().projectId())
        .query((row, number) -> row.getString(1))
        .list();
  }

  @Test
  void theExecutorTakesRejectionsBackBeforeItSigns() {
    play.judge(executor, "rejectItems", protocol, items.subList(0, 1), "Not clean.");
    assertFails(withdrawing(engineering), "FORBIDDEN");
    assertThat(statuses()).containsExactly("REJECTED", "PENDING");
    play.judge(executor, WITHDRAW, protocol, items, null);
    assertThat(statuses()).containsExactly("PENDING", "PENDING");
    assertThat(cast.approve(ProtocolType.C1, protocol).status()).isEqualTo("APPROVED");
  }

  @Test
  void theManagementTakesBackWhatItJudgedBeforeItSigns() {
    protocol = cast.approve(ProtocolType.C1, protocol);
    play.judge(engineering, "approveItems", protocol, items, null);
    for (GraphQlTester other : List.of(executor, cast.as(CLIENTE, UserRole.CLIENT))) {
      assertFails(withdrawing(other), "FORBIDDEN");
    }
    assertFails(withdrawing(api.anonymous()), "UNAUTHENTICATED");
    assertRefused(withdrawing(api.as(people.stranger().token())), WITHDRAW, "UNKNOWN_REFERENCE");
    assertThat(statuses()).containsExactly("APPROVED", "APPROVED");
    play.judge(engineering, WITHDRAW, protocol, items.subList(0, 1), null);
    assertThat(statuses()).containsExactly("PENDING", "APPROVED");
    assertThat(play.blockers(engineering, "validateProtocol", protocol, Map.of()))
        .containsExactly("ITEMS_NOT_APPROVED");
  }

  /** What was validated is approved, and stays so until it is finalized or rejected. */
  @Test
  void whoeverFinalizesTakesNothingBack() {
    protocol = cast.validate(cast.approve(ProtocolType.C1, protocol));
    GraphQlTester finalizer = cast.as(COMISSIONADORA, UserRole.MANAGER);
    assertRefused(withdrawing(finalizer), WITHDRAW, "TRANSITION_BLOCKED");
    play.judge(finalizer, "rejectItems", protocol, items.subList(0, 1), "Not clean.");
    assertRefused(withdrawing(finalizer), WITHDRAW, "TRANSITION_BLOCKED");
    assertThat(play.blockers(finalizer, "finalizeProtocol", protocol, Map.of()))
        .contains("REJECTED_ITEMS");
    assertThat(statuses()).containsExactly("REJECTED", "APPROVED");
  }

  @Test
  void theExecutorDoesNotTakeTheManagementsApprovalsBack() {
    protocol = cast.approve(ProtocolType.C1, protocol);
    play.judge(engineering, "approveItems", protocol, items, null);
    play.judge(engineering, "rejectItems", protocol, items.subList(0, 1), "Not clean.");
    protocol =
        play.step(
            engineering, "rejectProtocol", protocol, Map.of("reason", "One item is not clean."));
    GraphQlTester technician = cast.as(MONTADORA, UserRole.TECHNICIAN);
    protocol = play.step(technician, "resumeProtocol", protocol);
    Play.Item again = play.items(technician, protocol).getFirst();
    play.fill(
            technician,
            protocol,
            List.of(
                Map.of(
                    "id",
                    again.id(),
                    "expectedVersion",
                    again.version(),
                    "value",
                    Map.of("checkbox", Map.of("result", "OK")))))
        .executeAndVerify();
    protocol = cast.submit(ProtocolType.C1, play.look(technician, protocol.id()));
    assertRefused(withdrawing(executor), WITHDRAW, "INVALID_INPUT");
    assertThat(statuses()).containsExactly("PENDING", "APPROVED");
  }
}
