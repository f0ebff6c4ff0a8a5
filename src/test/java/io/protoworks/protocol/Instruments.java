package io.protoworks.protocol;

import static io.protoworks.identity.CompanyType.MONTADORA;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.UserRole;
import io.protoworks.plant.Mutations;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.Item;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ItemType;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Fixture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Instruments of protocols, and values that were measured with them. */
@Fixture
class Instruments {
  static final String ADD = "addProtocolInstrument";
  static final String CHANGE = "changeProtocolInstrument";
  static final String DEACTIVATE = "deactivateProtocolInstrument";

  private static final ItemDraft NUMBER =
      ItemDraft.of(ItemType.NUMBER)
          .withConfig("{\"unit\": \"MOhm\", \"instrumentRequired\": true}");
  private static final ItemDraft READINGS =
      ItemDraft.of(ItemType.NUMBER_RANGE)
          .withConfig(
              "{\"unit\": \"mA\", \"instrumentRequired\": true,"
                  + " \"points\": [{\"point\": \"0%\", \"min\": \"3.9\", \"max\": \"4.1\"}]}");

  private final Play play;
  private final JdbcClient database;

  Instruments(Play play, JdbcClient database) {
    this.play = play;
    this.database = database;
  }

  static GraphQlTester.Request<?> asking(
      GraphQlTester caller, String mutation, Map<String, Object> input) {
    return Mutations.ask(
        caller,
        mutation,
        "instrument { id name serialNumber certificateNumber calibratedOn calibrationDueOn isActive version }",
        input);
  }

  /** A released protocol that asks for a number and for readings, with an instrument SN-1. */
  Bench bench() {
    Cast cast = play.cast();
    State protocol =
        cast.release(
            cast.create(
                play.template(ProtocolType.C1, NUMBER, READINGS),
                ProtocolType.C1,
                cast.equipment("P-101")));
    return new Bench(cast, protocol);
  }

  /** Where it is measured. */
  final class Bench {
    private final Cast cast;
    private final State protocol;
    private final GraphQlTester technician;
    private final String instrument;

    private Bench(Cast cast, State protocol) {
      this.cast = cast;
      this.protocol = protocol;
      technician = cast.as(MONTADORA, UserRole.TECHNICIAN);
      instrument = add("SN-1");
    }

    Cast cast() {
      return cast;
    }

    /** The protocol as it is now. */
    State protocol() {
      return play.look(technician, protocol.id());
    }

    GraphQlTester technician() {
      return technician;
    }

    /** The global id of SN-1. */
    String instrument() {
      return instrument;
    }

    /** What adds another to the protocol. */
    Map<String, Object> adding(String serialNumber) {
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
          "2099-06-30");
    }

    /** The global id of one that was added. */
    String add(String serialNumber) {
      return asking(technician, ADD, adding(serialNumber))
          .execute()
          .path(ADD + ".instrument.id")
          .entity(String.class)
          .get();
    }

    /** The instrument as it is, but for what is named here. */
    Map<String, Object> changing(int version, Map<String, Object> differences) {
      Map<String, Object> input = new HashMap<>(adding("SN-1"));
      input.remove("protocolId");
      input.putAll(differences);
      input.put("id", instrument);
      input.put("expectedVersion", version);
      return input;
    }

    Map<String, Object> deactivating(int version) {
      return Map.of("id", instrument, "expectedVersion", version);
    }

    /** What this mutation asks for, and nothing refuses. */
    Map<String, Object> input(String mutation, int version) {
      return switch (mutation) {
        case ADD -> adding("SN-2");
        case CHANGE -> changing(version, Map.of("name", "Another"));
        default -> deactivating(version);
      };
    }

    /** The instruments of the protocol, their audit and its versions, in one text: to be equal. */
    String state() {
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

    void assertUnchanged(Runnable attempts) {
      String before = state();
      attempts.run();
      assertThat(state()).isEqualTo(before);
    }

    /** What happened to the instrument, with what it was called before and after. */
    List<String> trail() {
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

    UUID uuid() {
      return TypeId.parse(instrument).uuid();
    }

    Item item(int index) {
      return play.items(technician, protocol).get(index);
    }

    /** Gives the number (0) or the readings (1), and answers why they were not taken. */
    List<String> fill(int index, String measuredBy) {
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
    List<String> give(int index, Map<String, Object> value) {
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

    /** Changes SN-1 behind the server's back. */
    int update(String assignment) {
      return database
          .sql("update protocol.protocol_instruments set %s where id = ?".formatted(assignment))
          .param(uuid())
          .update();
    }

    /** Has the value of an item name another instrument, behind the server's back. */
    void measureWith(String measuring, UUID item) {
      database
          .sql(
              "update protocol.protocol_items"
                  + " set value = jsonb_set(value, '{instrumentId}', to_jsonb(?::text)) where id = ?")
          .params(TypeId.parse(measuring).uuid().toString(), item)
          .update();
    }
  }
}
