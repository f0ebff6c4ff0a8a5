package io.protoworks.protocol;

import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static io.protoworks.identity.CompanyType.MONTADORA;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static io.protoworks.testing.Refusals.assertRefusedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Mutations;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.Item;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ItemType;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Waiting;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The instruments of a protocol, which stay what they were when they measured. */
@ServerTest
class ProtocolInstrumentTests {
  private static final String ADD = "addProtocolInstrument";
  private static final String CHANGE = "changeProtocolInstrument";
  private static final String DEACTIVATE = "deactivateProtocolInstrument";
  private static final String DUE = "2099-06-30";

  @Autowired Api api;
  @Autowired People people;
  @Autowired Play play;
  @Autowired Waiting waiting;
  @Autowired JdbcClient database;
  @Autowired TransactionOperations transactions;

  private Cast cast;
  private State protocol;
  private GraphQlTester technician;
  private String instrument;

  @BeforeEach
  void addInstrument() {
    cast = play.cast();
    ItemDraft number =
        ItemDraft.of(ItemType.NUMBER)
            .withConfig("{\"unit\": \"MOhm\", \"instrumentRequired\": true}");
    ItemDraft readings =
        ItemDraft.of(ItemType.NUMBER_RANGE)
            .withConfig(
                "{\"unit\": \"mA\", \"instrumentRequired\": true,"
                    + " \"points\": [{\"point\": \"0%\", \"min\": \"3.9\", \"max\": \"4.1\"}]}");
    protocol =
        cast.release(
            cast.create(
                play.template(ProtocolType.C1, number, readings),
                ProtocolType.C1,
                cast.equipment("P-101")));
    technician = cast.as(MONTADORA, UserRole.TECHNICIAN);
    instrument = add("SN-1");
  }

  private static GraphQlTester.Request<?> asking(
      GraphQlTester caller, String mutation, Map<String, Object> input) {
    return Mutations.ask(
        caller,
        mutation,
        "instrument { id name serialNumber certificateNumber calibratedOn calibrationDueOn isActive version }",
        input);
  }

  private Map<String, Object> adding(String serialNumber) {
    return Map.of(
        "protocolId",
        protocol.id(),
        "name",
        "Megger",
        "serialNumber",
        serialNumber,
        "certificateNumber",
        "C-1",
        "calibratedOn",
        "2026-01-31",
        "calibrationDueOn",
        DUE);
  }

  private String add(String serialNumber) {
    return asking(technician, ADD, adding(serialNumber))
        .execute()
        .path(ADD + ".instrument.id")
        .entity(String.class)
        .get();
  }

  /** The instrument as it is, but for what is named here. */
  private Map<String, Object> changing(int version, Map<String, Object> differences) {
    Map<String, Object> input = new HashMap<>(adding("SN-1"));
    input.remove("protocolId");
    input.putAll(differences);
    input.put("id", instrument);
    input.put("expectedVersion", version);
    return input;
  }

  private Map<String, Object> deactivating(int version) {
    return Map.of("id", instrument, "expectedVersion", version);
  }

  private Map<String, Object> input(String mutation, int version) {
    return switch (mutation) {
      case ADD -> adding("SN-2");
      case CHANGE -> changing(version, Map.of("name", "Another"));
      default -> deactivating(version);
    };
  }

  /** The instruments of the protocol, their audit and its versions, in one text: to be equal. */
  private String state() {
    return database
        .sql(
            """
            select protocol::text || string_agg(instrument::text
                     || (select count(*) from audit.audit_logs where entity_id = instrument.id), ';' order by instrument.id)
              from protocol.protocols protocol
              join protocol.protocol_instruments instrument on instrument.protocol_id = protocol.id
             where protocol.id = ?
             group by protocol.*
            """)
        .param(TypeId.parse(protocol.id()).uuid())
        .query(String.class)
        .single();
  }

  private void assertUnchanged(Runnable attempts) {
    String before = state();
    attempts.run();
    assertThat(state()).isEqualTo(before);
  }

  /** What happened to the instrument, with what it was called before and after. */
  private List<String> trail() {
    return database
        .sql(
            """
            select concat_ws(' ', event_type, action, previous_data ->> 'name', new_data ->> 'name')
              from audit.audit_logs
             where entity_type = 'ProtocolInstrument' and entity_id = ?
             order by sequence
            """)
        .param(uuid())
        .query((row, number) -> row.getString(1))
        .list();
  }

  private UUID uuid() {
    return TypeId.parse(instrument).uuid();
  }

  @Test
  void areAddedChangedAndTakenOutOfUse() {
    Map<String, Object> emptied = changing(1, Map.of("name", "Insulation tester"));
    emptied.remove("certificateNumber");
    emptied.remove("calibratedOn");
    asking(technician, CHANGE, emptied)
        .execute()
        .path(CHANGE)
        .matchesJson(
            """
            {"instrument": {"id": "%s", "name": "Insulation tester", "serialNumber": "SN-1",
                            "certificateNumber": null, "calibratedOn": null, "calibrationDueOn": "2099-06-30",
                            "isActive": true, "version": 2},
             "errors": []}
            """
                .formatted(instrument));
    asking(technician, DEACTIVATE, deactivating(2))
        .execute()
        .path(DEACTIVATE)
        .matchesJson("{\"instrument\": {\"isActive\": false, \"version\": 3}, \"errors\": []}");
    assertUnchanged(
        () ->
            asking(technician, DEACTIVATE, deactivating(3))
                .execute()
                .path(DEACTIVATE)
                .matchesJson("{\"instrument\": {\"version\": 3}, \"errors\": []}"));
    assertThat(trail())
        .containsExactly(
            "protocol_instrument.created CREATE Megger",
            "protocol_instrument.changed UPDATE Megger Insulation tester",
            "protocol_instrument.deactivated DELETE Insulation tester Insulation tester");
    assertThat(fill(0, instrument)).containsExactly("UNKNOWN_REFERENCE");
    assertThat(add("SN-1")).isNotEqualTo(instrument);
  }

  @ParameterizedTest
  @CsvSource({
    "name, ' ', INVALID_INPUT",
    "serialNumber, ' SN-3', INVALID_INPUT",
    "certificateNumber, 'C-1 ', INVALID_INPUT",
    "calibrationDueOn, 2026-01-30, INVALID_INPUT",
    "serialNumber, SN-2, NOT_UNIQUE"
  })
  void whatDoesNotFitIsRefused(String field, String value, String code) {
    add("SN-2");
    Map<String, Object> another = new HashMap<>(adding("SN-3"));
    another.put(field, value);
    assertUnchanged(
        () -> {
          assertRefused(asking(technician, ADD, another), ADD, code);
          assertRefused(
              asking(technician, CHANGE, changing(1, Map.of(field, value))), CHANGE, code);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {ADD, CHANGE, DEACTIVATE})
  void areTheExecutorsAlone(String mutation) {
    Map<String, Object> input = input(mutation, 1);
    assertUnchanged(
        () -> {
          assertFails(asking(api.anonymous(), mutation, input), "UNAUTHENTICATED");
          assertRefused(
              asking(api.as(people.stranger().token()), mutation, input),
              mutation,
              "UNKNOWN_REFERENCE");
          for (GraphQlTester other :
              List.of(
                  cast.as(GERENCIADORA, UserRole.ENGINEERING),
                  cast.as(MONTADORA, UserRole.CLIENT))) {
            assertFails(asking(other, mutation, input), "FORBIDDEN");
          }
        });
    asking(technician, mutation, input)
        .execute()
        .path(mutation + ".errors")
        .entityList(Object.class)
        .hasSize(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {CHANGE, DEACTIVATE})
  void areShownAsTheyAreToWhoeverIsLate(String mutation) {
    assertUnchanged(
        () ->
            asking(technician, mutation, input(mutation, 7))
                .execute()
                .path(mutation)
                .matchesJson(
                    """
                    {"instrument": null, "errors": [{"code": "STALE_VERSION", "current": {"id": "%s"}}]}
                    """
                        .formatted(instrument)));
  }

  @ParameterizedTest
  @ValueSource(strings = {ADD, CHANGE, DEACTIVATE})
  void stayOnceTheProtocolTakesNoValues(String mutation) {
    assertThat(fill(0, instrument)).isEmpty();
    assertThat(fill(1, instrument)).isEmpty();
    protocol = cast.submit(ProtocolType.C1, play.look(technician, protocol.id()));
    assertUnchanged(
        () ->
            assertRefused(
                asking(technician, mutation, input(mutation, 1)), mutation, "TRANSITION_BLOCKED"));
  }

  private Item item(int index) {
    return play.items(technician, protocol).get(index);
  }

  private List<String> fill(int index, String measuredBy) {
    return give(
        index,
        index == 0
            ? Map.of("number", Map.of("number", "12", "unit", "MOhm", "instrumentId", measuredBy))
            : Map.of(
                "numberRange",
                Map.of(
                    "readings",
                    List.of(Map.of("point", "0%", "number", "4.0")),
                    "unit",
                    "mA",
                    "instrumentId",
                    measuredBy)));
  }

  /** The codes of why the item did not take the value; without one it is cleared. */
  private List<String> give(int index, Map<String, Object> value) {
    Item given = item(index);
    Map<String, Object> fill = new HashMap<>();
    fill.put("id", given.id());
    fill.put("expectedVersion", given.version());
    fill.put("value", value.isEmpty() ? null : value);
    return play.fill(technician, protocol, List.of(fill))
        .execute()
        .path("fillItems.results[*].errors[*].code")
        .entityList(String.class)
        .get();
  }

  private void assertIsKept(String mutation, Map<String, Object> input, String field, int... by) {
    List<String> blockers =
        Arrays.stream(by)
            .mapToObj(index -> "{\"id\": \"%s\"}".formatted(item(index).id()))
            .toList();
    assertUnchanged(
        () ->
            asking(technician, mutation, input)
                .execute()
                .path(mutation)
                .matchesJson(
                    """
                    {"instrument": null,
                     "errors": [{"__typename": "InTheWay", "code": "IN_THE_WAY", "path": ["input", "%s"],
                                 "message": "%s", "blockerCount": %d, "blockers": %s}]}
                    """
                        .formatted(
                            field, ProtocolInstrumentService.MEASURED, by.length, blockers)));
  }

  @ParameterizedTest
  @CsvSource({
    "serialNumber, SN-9",
    "certificateNumber, C-9",
    "calibratedOn, 2026-02-01",
    "calibrationDueOn, 2099-07-01"
  })
  void areNotGivenAnotherCalibrationWhileAValueNamesThem(String field, String value) {
    assertThat(fill(0, instrument)).isEmpty();
    assertThat(fill(1, instrument)).isEmpty();
    assertIsKept(CHANGE, changing(1, Map.of(field, value)), field, 0, 1);
    assertThat(fill(1, add("SN-2"))).isEmpty();
    assertIsKept(CHANGE, changing(1, Map.of(field, value)), field, 0);
    assertThat(give(0, Map.of())).isEmpty();
    asking(technician, CHANGE, changing(1, Map.of(field, value)))
        .execute()
        .path(CHANGE)
        .matchesJson("{\"instrument\": {\"%s\": \"%s\"}, \"errors\": []}".formatted(field, value));
  }

  @Test
  void areCalledSomethingElseWhileAValueNamesThem() {
    assertThat(fill(0, instrument)).isEmpty();
    asking(technician, CHANGE, changing(1, Map.of("name", "Insulation tester")))
        .execute()
        .path(CHANGE)
        .matchesJson("{\"instrument\": {\"name\": \"Insulation tester\"}, \"errors\": []}");
  }

  @Test
  void areNotTakenOutOfUseWhileAValueNamesThem() {
    assertThat(fill(1, instrument)).isEmpty();
    assertIsKept(DEACTIVATE, deactivating(1), "id", 1);
    assertThat(fill(1, add("SN-2"))).isEmpty();
    asking(technician, DEACTIVATE, deactivating(1))
        .execute()
        .path(DEACTIVATE)
        .matchesJson("{\"instrument\": {\"isActive\": false}, \"errors\": []}");
  }

  /** Whoever writes: the database itself refuses. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "serial_number = 'SN-9'",
        "certificate_number = null",
        "calibrated_on = null",
        "calibration_due_on = '2099-07-01'",
        "is_active = false"
      })
  void theDatabaseKeepsThemWhileAValueNamesThem(String assignment) {
    assertThat(fill(0, instrument)).isEmpty();
    assertRefusedBy("protocol_instruments_measured_check", () -> update(assignment));
    update("name = 'Insulation tester'");
    assertThat(give(0, Map.of())).isEmpty();
    update(assignment);
  }

  private int update(String assignment) {
    return database
        .sql("update protocol.protocol_instruments set %s where id = ?".formatted(assignment))
        .param(uuid())
        .update();
  }

  /** What somebody tries while a value that names the instrument is under way. */
  private <T> CompletableFuture<T> whileAValueIsGiven(Supplier<T> attempt) {
    assertThat(fill(0, add("SN-2"))).isEmpty();
    UUID item = TypeId.parse(item(0).id()).uuid();
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              measureWith(instrument, item);
              return waiting.start(attempt);
            }));
  }

  private void measureWith(String measuring, UUID item) {
    database
        .sql(
            "update protocol.protocol_items"
                + " set value = jsonb_set(value, '{instrumentId}', to_jsonb(?::text)) where id = ?")
        .params(TypeId.parse(measuring).uuid().toString(), item)
        .update();
  }

  @Test
  void waitForTheValueUnderWay() {
    whileAValueIsGiven(() -> asking(technician, DEACTIVATE, deactivating(1)).execute())
        .join()
        .path(DEACTIVATE + ".errors[*].code")
        .entityList(String.class)
        .isEqualTo(List.of("IN_THE_WAY"));
  }

  @Test
  void waitInTheDatabaseForTheValueUnderWay() {
    CompletableFuture<Integer> other = whileAValueIsGiven(() -> update("is_active = false"));
    assertRefusedBy("protocol_instruments_measured_check", other::join);
  }

  /** The day is that of UTC, whatever the clock on the wall says. */
  @ParameterizedTest
  @CsvSource({
    "2026-06-30T20:59:59-03:00, ''",
    "2026-06-30T21:00:00-03:00, INSTRUMENTS_OUT_OF_DATE",
    "2026-07-01T08:59:59+09:00, ''",
    "2026-07-01T09:00:00+09:00, INSTRUMENTS_OUT_OF_DATE"
  })
  void wereInDateOnTheDayOfTheValue(String filledAt, String blocker) {
    update("calibration_due_on = '2026-06-30'");
    String inDate = add("SN-2");
    assertThat(fill(0, inDate)).isEmpty();
    assertThat(fill(1, inDate)).isEmpty();
    UUID item = TypeId.parse(item(0).id()).uuid();
    measureWith(instrument, item);
    database
        .sql("update protocol.protocol_items set filled_at = ?::timestamptz where id = ?")
        .params(filledAt, item)
        .update();
    State filled = play.look(technician, protocol.id());
    assertThat(play.blockers(technician, "submitProtocol", filled, Map.of()))
        .isEqualTo(blocker.isEmpty() ? List.of() : List.of(blocker));
  }
}
