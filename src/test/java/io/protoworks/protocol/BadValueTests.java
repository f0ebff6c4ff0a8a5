package io.protoworks.protocol;

import static io.protoworks.identity.CompanyType.MONTADORA;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.attachment.Attaching;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.Item;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ItemType;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A value that does not fit is a typed error at its place, and changes nothing. */
@ServerTest
class BadValueTests {
  private static final String FILL =
      "mutation($input: FillItemsInput!) { fillItems(input: $input) {"
          + " results { errors { code message path } } errors { code message path } } }";
  private static final List<ItemDraft> ITEMS =
      List.of(
          ItemDraft.check(),
          ItemDraft.of(ItemType.NUMBER)
              .withConfig(
                  "{\"unit\": \"MOhm\", \"decimals\": 2, \"hardMin\": \"0\", \"hardMax\": \"100\"}"),
          ItemDraft.of(ItemType.TEXT_SINGLE).withConfig("{\"options\": [\"red\", \"blue\"]}"),
          ItemDraft.of(ItemType.TEXT_MULTI),
          ItemDraft.of(ItemType.DATE),
          ItemDraft.of(ItemType.PHOTO_CAPTURE),
          ItemDraft.of(ItemType.NUMBER_RANGE)
              .withConfig(
                  "{\"unit\": \"mA\", \"points\": [{\"point\": \"0%\", \"min\": \"3\", \"max\": \"5\"}]}"));

  @Autowired Api api;
  @Autowired People people;
  @Autowired Play play;
  @Autowired Attaching attaching;
  @Autowired JdbcClient database;

  private Cast cast;
  private State protocol;
  private People.SignedIn technician;
  private List<Item> items;

  @BeforeEach
  void release() {
    cast = play.cast();
    technician = cast.person(MONTADORA, UserRole.TECHNICIAN);
    protocol = released("P-101");
    items = play.items(asTechnician(), protocol);
  }

  private State released(String tagId) {
    return cast.release(
        cast.create(
            play.template(ProtocolType.C1, ITEMS.toArray(ItemDraft[]::new)),
            ProtocolType.C1,
            cast.equipment(tagId)));
  }

  private GraphQlTester asTechnician() {
    return api.as(technician.token());
  }

  /** Everything that a value could have changed. */
  private String rows() {
    return database
        .sql(
            """
            select concat_ws('|',
                     (select string_agg(to_jsonb(item)::text, ';' order by item.id)
                        from protocol.protocol_items item
                        join protocol.protocols of_it on of_it.id = item.protocol_id
                       where of_it.project_id = :project),
                     (select string_agg(to_jsonb(protocol)::text, ';' order by protocol.id)
                        from protocol.protocols protocol where protocol.project_id = :project),
                     (select max(sequence) from audit.audit_logs where scope_id = :project))
            """)
        .param("project", cast.site().projectId())
        .query(String.class)
        .single();
  }

  private Map<String, Object> input(int item, Object value) {
    return Map.of(
        "protocolId",
        protocol.id(),
        "items",
        List.of(
            Map.of(
                "id", items.get(item).id(),
                "expectedVersion", items.get(item).version(),
                "value", value)));
  }

  private static Object json(String text) {
    return JsonMapper.shared().readValue(text.replace('`', '"'), Object.class);
  }

  /** The item's number in the protocol, what it is given, and where what is wrong with it is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | {`number`: {`number`: `1`, `unit`: `MOhm`}}          | value
          0 | {`textSingle`: {`text`: `OK`}}                       | value
          1 | {`checkbox`: {`result`: `OK`}}                       | value
          1 | {`textSingle`: {`text`: `12`}}                       | value
          2 | {`textMulti`: {`text`: `red`}}                       | value
          3 | {`textSingle`: {`text`: `a`}}                        | value
          4 | {`number`: {`number`: `20260203`}}                   | value
          5 | {`checkbox`: {`result`: `OK`}}                       | value
          6 | {`number`: {`number`: `4`, `unit`: `mA`}}            | value
          1 | {`number`: {`number`: `NaN`, `unit`: `MOhm`}}        | number
          1 | {`number`: {`number`: `Infinity`, `unit`: `MOhm`}}   | number
          1 | {`number`: {`number`: `1e400`, `unit`: `MOhm`}}      | number
          1 | {`number`: {`number`: `1,5`, `unit`: `MOhm`}}        | number
          1 | {`number`: {`number`: `１２`, `unit`: `MOhm`}}        | number
          1 | {`number`: {`number`: ``, `unit`: `MOhm`}}           | number
          1 | {`number`: {`number`: `1.234`, `unit`: `MOhm`}}      | number
          1 | {`number`: {`number`: `-0.01`, `unit`: `MOhm`}}      | number
          1 | {`number`: {`number`: `100.01`, `unit`: `MOhm`}}     | number
          1 | {`number`: {`number`: `1`, `unit`: `Ohm`}}           | unit
          1 | {`number`: {`number`: `1`}}                          | unit
          2 | {`textSingle`: {`text`: `green`}}                    | text
          2 | {`textSingle`: {`text`: ``}}                         | text
          3 | {`textMulti`: {`text`: `\\u200b`}}                   | text
          6 | {`numberRange`: {`unit`: `mA`, `readings`: [{`point`: `50%`, `number`: `4`}]}} | readings
          6 | {`numberRange`: {`unit`: `mA`, `readings`: []}}      | readings
          6 | {`numberRange`: {`unit`: `mA`, `readings`: [{`point`: `0%`, `number`: `4,0`}]}} | number
          5 | {`photoCapture`: {`photos`: []}}                     | photos
          """)
  void isRefusedAtItsPlace(int item, String value, String place) {
    String before = rows();
    JsonNode answer = api.ask(technician.token(), FILL, Map.of("input", input(item, json(value))));
    JsonNode error = answer.at("/data/fillItems/results/0/errors/0");
    assertThat(error.path("code").asString("none")).as("%s", answer).isEqualTo("INVALID_INPUT");
    assertThat(error.path("message").asString()).isNotBlank();
    assertThat(error.path("path").toString()).as("%s", answer).contains("\"" + place + "\"");
    assertThat(rows()).isEqualTo(before);
  }

  /** What does not even have the form of a value. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {`checkbox`: {`result`: `OK`}, `textSingle`: {`text`: `a`}}
          {}
          {`checkbox`: null}
          {`checkbox`: {`result`: `MAYBE`}}
          {`checkbox`: {`result`: `OK`, `color`: `red`}}
          {`voltage`: {`number`: `1`}}
          {`number`: {`number`: 12.5, `unit`: `MOhm`}}
          {`date`: {`date`: `2026-02-30`}}
          {`date`: {`date`: `yesterday`}}
          {`photoCapture`: {`photos`: [{`attachmentId`: `nonsense`}]}}
          `OK`
          7
          """)
  void whatHasNoFormOfAValueIsABadRequest(String value) {
    String before = rows();
    JsonNode answer = api.ask(technician.token(), FILL, Map.of("input", input(0, json(value))));
    assertThat(answer.at("/errors/0/extensions/code").asString("none"))
        .as("%s", answer)
        .isIn("GRAPHQL_VALIDATION_FAILED", "BAD_REQUEST");
    assertThat(answer.at("/errors/0/message").asString()).isNotBlank();
    assertThat(rows()).isEqualTo(before);
  }

  /** Numbers that JSON does not have, or that no double holds. */
  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "1e400"})
  void aBodyThatIsNoUsableJsonIsToldSo(String number) throws Exception {
    String before = rows();
    String body =
        "{\"query\": \"mutation($input: FillItemsInput!) { fillItems(input: $input) { errors { code } } }\","
            + " \"variables\": {\"input\": {\"protocolId\": \"%s\", \"items\": [{\"id\": \"%s\", \"expectedVersion\": 1,"
                .formatted(protocol.id(), items.get(1).id())
            + " \"value\": {\"number\": {\"number\": %s, \"unit\": \"MOhm\"}}}]}}}"
                .formatted(number);
    var answer =
        api.http()
            .send(
                HttpRequest.newBuilder(api.uri("/graphql"))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + technician.token())
                    .POST(BodyPublishers.ofString(body))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isBetween(200, 499);
    assertThat(answer.body()).isNotBlank().doesNotContain("Exception:", "\tat ");
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void whatIsForeignIsUnknown() {
    State other = released("P-102");
    Item foreign = play.items(asTechnician(), other).getFirst();
    String photo = attaching.toItem(technician, play.items(asTechnician(), other).get(5).id());
    String before = rows();
    JsonNode answer =
        api.ask(
            technician.token(),
            FILL,
            Map.of(
                "input",
                Map.of(
                    "protocolId",
                    protocol.id(),
                    "items",
                    List.of(
                        Map.of(
                            "id", foreign.id(),
                            "expectedVersion", foreign.version(),
                            "value", Map.of("checkbox", Map.of("result", "OK")))))));
    assertThat(answer.toString()).contains("UNKNOWN_REFERENCE");
    for (Object value :
        List.of(
            Map.of("photoCapture", Map.of("photos", List.of(Map.of("attachmentId", photo)))),
            Map.of(
                "number",
                Map.of(
                    "number",
                    "1",
                    "unit",
                    "MOhm",
                    "instrumentId",
                    new TypeId("protocol_instrument", UUID.randomUUID()).toString())))) {
      int item = value.toString().contains("photo") ? 5 : 1;
      assertThat(api.ask(technician.token(), FILL, Map.of("input", input(item, value))).toString())
          .contains("UNKNOWN_REFERENCE");
    }
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aProtocolThatIsNotThereIsMissedWhereItWasNamed() {
    JsonNode answer =
        api.ask(
            technician.token(),
            FILL,
            Map.of(
                "input",
                Map.of(
                    "protocolId",
                    new TypeId("protocol", UUID.randomUUID()).toString(),
                    "items",
                    input(0, json("{`checkbox`: {`result`: `OK`}}")).get("items"))));
    assertThat(answer.at("/data/fillItems/errors/0/code").asString())
        .isEqualTo("UNKNOWN_REFERENCE");
    assertThat(answer.at("/data/fillItems/errors/0/path").toString())
        .isEqualTo("[\"input\",\"protocolId\"]");
  }

  @Test
  void aCallNamesSomeItemsAndEachOnce() {
    String before = rows();
    Map<String, Object> once =
        Map.of(
            "id", items.getFirst().id(),
            "expectedVersion", items.getFirst().version(),
            "value", Map.of("checkbox", Map.of("result", "OK")));
    for (List<Map<String, Object>> wrong :
        List.of(
            List.<Map<String, Object>>of(),
            List.of(once, once),
            IntStream.range(0, 501).mapToObj(number -> once).toList())) {
      JsonNode answer =
          api.ask(
              technician.token(),
              FILL,
              Map.of("input", Map.of("protocolId", protocol.id(), "items", wrong)));
      assertThat(answer.toString()).contains("INVALID_INPUT");
    }
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void anEmptyRequiredItemIsNotSubmitted() {
    play.fill(
            asTechnician(),
            protocol,
            List.of(
                Map.of(
                    "id", items.getFirst().id(),
                    "expectedVersion", items.getFirst().version(),
                    "value", Map.of("checkbox", Map.of("result", "OK")))))
        .executeAndVerify();
    State begun = play.look(asTechnician(), protocol.id());
    String before = rows();
    assertThat(play.blockers(asTechnician(), "submitProtocol", begun, Map.of()))
        .containsExactly("UNANSWERED_ITEMS");
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void nobodySignsTwice() {
    State submitted =
        cast.submit(
            ProtocolType.C1,
            cast.fillAll(
                ProtocolType.C1,
                cast.release(
                    cast.create(
                        play.template(ProtocolType.C1),
                        ProtocolType.C1,
                        cast.equipment("P-103")))));
    State approved = cast.approve(ProtocolType.C1, submitted);
    String before = rows();
    GraphQlTester manager = cast.as(MONTADORA, UserRole.MANAGER);
    assertRefused(
        play.request(manager, "approveProtocol", Play.input(submitted, Map.of())),
        "approveProtocol",
        "STALE_VERSION");
    assertRefused(
        play.request(manager, "approveProtocol", Play.input(approved, Map.of())),
        "approveProtocol",
        "TRANSITION_BLOCKED");
    assertThat(rows()).isEqualTo(before);
  }
}
