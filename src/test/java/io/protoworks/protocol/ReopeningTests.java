package io.protoworks.protocol;

import static io.protoworks.identity.CompanyType.CLIENTE;
import static io.protoworks.identity.CompanyType.MONTADORA;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.UserRole;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.Item;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Refusals;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was finalized is reopened for some of its items: they are done again, the others stay. */
@ServerTest
class ReopeningTests {
  private static final String REASON = "The valve was exchanged.";

  @Autowired Play play;
  @Autowired JdbcClient database;

  private Cast cast;
  private GraphQlTester client;
  private State finished;
  private List<Item> items;

  @BeforeEach
  void finish() {
    cast = play.cast();
    client = cast.as(CLIENTE, UserRole.CLIENT);
    finished = finished("P-101");
    items = play.items(client, finished);
  }

  private State finished(String tagId) {
    return cast.playThrough(
        ProtocolType.C1,
        cast.create(
            play.template(ProtocolType.C1, ItemDraft.check(), ItemDraft.check()),
            ProtocolType.C1,
            cast.equipment(tagId)));
  }

  private List<@Nullable String> approvals() {
    return database
        .sql(
            "select item.approval_status || coalesce(' ' || item.approval_note, '')"
                + " from protocol.protocol_items item"
                + " join protocol.protocols protocol on protocol.id = item.protocol_id"
                + " where protocol.project_id = ? and protocol.number = 1 order by item.\"order\"")
        .param(cast.site().projectId())
        .query(String.class)
        .list();
  }

  @Test
  void theNamedItemsAreDoneAgain() {
    State reopened =
        play.step(
            client,
            "reopenProtocol",
            finished,
            Map.of("reason", REASON, "itemIds", List.of(items.getFirst().id())));
    assertThat(reopened.status()).isEqualTo("REJECTED");
    assertThat(approvals()).containsExactly("REJECTED " + REASON, "APPROVED");
    assertThat(trail()).containsExactly("protocol.reopened", "protocol_item.rejected");

    GraphQlTester technician = cast.as(MONTADORA, UserRole.TECHNICIAN);
    State resumed = play.step(technician, "resumeProtocol", reopened);
    assertThat(approvals()).containsExactly("PENDING", "APPROVED");
    List<String> refused =
        play.fill(
                technician,
                resumed,
                play.items(technician, resumed).stream().map(this::nok).toList())
            .execute()
            .path("fillItems.results[*].errors[*].code")
            .entityList(String.class)
            .get();
    assertThat(refused).hasSize(1);
    assertThat(outcomes()).containsExactly("FAIL", "PASS");
  }

  private Map<String, Object> nok(Item item) {
    return Map.of(
        "id",
        item.id(),
        "expectedVersion",
        item.version(),
        "value",
        Map.of("checkbox", Map.of("result", "NOK")));
  }

  private List<@Nullable String> outcomes() {
    return database
        .sql(
            "select item.outcome::text from protocol.protocol_items item"
                + " join protocol.protocols protocol on protocol.id = item.protocol_id"
                + " where protocol.project_id = ? and protocol.number = 1 order by item.\"order\"")
        .param(cast.site().projectId())
        .query(String.class)
        .list();
  }

  /** What the log says of the protocol and its items since it was finalized. */
  private List<@Nullable String> trail() {
    return database
        .sql(
            "select event_type from audit.audit_logs where scope_id = :project and sequence >"
                + " (select max(sequence) from audit.audit_logs"
                + " where scope_id = :project and event_type = 'protocol.finalized')"
                + " and entity_type in ('Protocol', 'ProtocolItem') order by sequence")
        .param("project", cast.site().projectId())
        .query(String.class)
        .list();
  }

  /** Nobody reads what shows nothing, or next to nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Too short",
        "           ",
        "\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b"
      })
  void aReasonIsWhatAPersonCanRead(String reason) {
    Refusals.assertRefused(
        play.request(client, "reopenProtocol", Play.input(finished, Map.of("reason", reason))),
        "reopenProtocol",
        "INVALID_INPUT");
    assertThat(play.look(client, finished.id())).isEqualTo(finished);
  }

  @Test
  void withoutItemsOnlyThePapersAreDoneAgain() {
    play.step(client, "reopenProtocol", finished, Map.of("reason", REASON));
    assertThat(approvals()).containsExactly("APPROVED", "APPROVED");
  }

  /**
   * What was checked can go out of use once it is finalized; it does not come back by a side door.
   */
  @Test
  void anEquipmentOutOfUseIsRestoredFirst() {
    UUID equipment = equipmentOf(finished);
    setActive(equipment, false);
    assertThat(play.blockers(client, "reopenProtocol", finished, Map.of("reason", REASON)))
        .containsExactly("EQUIPMENT_INACTIVE");
    assertThat(play.look(client, finished.id())).isEqualTo(finished);
    setActive(equipment, true);
    play.step(client, "reopenProtocol", finished, Map.of("reason", REASON));
  }

  @Test
  void aProtocolIsRestoredAfterItsEquipment() {
    GraphQlTester engineering = cast.as(MONTADORA, UserRole.ENGINEERING);
    State drawnUp =
        cast.create(play.template(ProtocolType.C1), ProtocolType.C1, cast.equipment("P-103"));
    State gone = play.step(engineering, "deactivateProtocol", drawnUp);
    UUID equipment = equipmentOf(gone);
    setActive(equipment, false);
    Refusals.assertRefused(
        play.request(engineering, "restoreProtocol", Play.input(gone, Map.of())),
        "restoreProtocol",
        "IN_THE_WAY");
    setActive(equipment, true);
    play.step(engineering, "restoreProtocol", gone);
  }

  private UUID equipmentOf(State protocol) {
    return database
        .sql("select equipment_id from protocol.protocol_equipment_companies where protocol_id = ?")
        .param(TypeId.parse(protocol.id()).uuid())
        .query(UUID.class)
        .single();
  }

  private void setActive(UUID equipment, boolean isActive) {
    database
        .sql("update plant.equipments set is_active = ? where id = ?")
        .params(isActive, equipment)
        .update();
  }

  @Test
  void anItemOfAnotherProtocolIsUnknownAndNothingIsReopened() {
    Item foreign = play.items(client, finished("P-102")).getFirst();
    Refusals.assertRefused(
        play.request(
            client,
            "reopenProtocol",
            Play.input(
                finished,
                Map.of("reason", REASON, "itemIds", List.of(items.getFirst().id(), foreign.id())))),
        "reopenProtocol",
        "UNKNOWN_REFERENCE");
    assertThat(play.look(client, finished.id())).isEqualTo(finished);
    assertThat(approvals()).containsExactly("APPROVED", "APPROVED");
    assertThat(trail()).doesNotContain("protocol.reopened", "protocol_item.rejected");
  }
}
