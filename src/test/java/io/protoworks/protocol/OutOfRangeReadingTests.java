package io.protoworks.protocol;

import static io.protoworks.plant.Plants.globalId;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Plants;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.Item;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ItemType;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Api;
import io.protoworks.testing.Refusals;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Statements;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import tools.jackson.databind.JsonNode;

/** What was read beyond its limits in a subsystem: which readings, for whom, page by page. */
@ServerTest
class OutOfRangeReadingTests {
  private static final ItemDraft RANGE =
      ItemDraft.of(ItemType.NUMBER_RANGE)
          .withConfig(
              """
              {"unit": "bar", "outOfRange": "WARN", "points": [
                {"point": "inlet", "min": "10", "max": "15"}, {"point": "outlet", "max": "3.5"}]}
              """);
  private static final ItemDraft EXCLUSIVE =
      RANGE.withConfig(
          """
          {"unit": "bar", "outOfRange": "WARN", "inclusive": false, "points": [
            {"point": "inlet", "min": "10", "max": "15"}, {"point": "outlet", "max": "3.5"}]}
          """);

  private static final String PAGE =
      """
      query($id: ID!, $filter: OutOfRangeReadingFilter, $first: Int, $after: String, $last: Int, $before: String) {
        node(id: $id) { ... on Subsystem {
          outOfRangeReadings(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
            totalCount
            nodes { point number unit min max readAt readBy { id } item { id protocol { id } } }
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          }
        } }
      }
      """;

  @Autowired Play play;
  @Autowired Plants plants;
  @Autowired People people;
  @Autowired Api api;
  @Autowired Statements statements;

  private Cast cast;

  @BeforeEach
  void cast() {
    cast = play.cast();
  }

  private State released(ItemDraft... items) {
    return cast.release(
        cast.create(
            play.template(ProtocolType.C1, items), ProtocolType.C1, cast.equipment("P-101")));
  }

  private static Map<String, Object> value(String inlet, String outlet) {
    return Map.of(
        "numberRange",
        Map.of(
            "unit",
            "bar",
            "readings",
            List.of(
                Map.of("point", "inlet", "number", inlet),
                Map.of("point", "outlet", "number", outlet))));
  }

  /** One after the other, so that each has a moment of its own. */
  private void read(State protocol, String... readings) {
    GraphQlTester technician = cast.executor(ProtocolType.C1, UserRole.TECHNICIAN);
    List<Item> items = play.items(technician, protocol);
    for (int index = 0; index < readings.length; index++) {
      String[] numbers = readings[index].split(" ", -1);
      play.fill(
              technician,
              protocol,
              List.of(
                  Map.of(
                      "id", items.get(index).id(),
                      "expectedVersion", items.get(index).version(),
                      "value", value(numbers[0], numbers[1]))))
          .execute()
          .path("fillItems.results[*].errors[*].message")
          .entityList(String.class)
          .satisfies(messages -> assertThat(messages).isEmpty());
    }
  }

  private JsonNode page(Map<String, Object> arguments) {
    return page(cast.person(CompanyType.GERENCIADORA, UserRole.ENGINEERING), arguments);
  }

  private JsonNode page(People.SignedIn viewer, Map<String, Object> arguments) {
    Map<String, Object> variables = new HashMap<>(arguments);
    variables.put("id", globalId("subsystem", cast.site().subsystemId()));
    return api.ask(viewer.token(), PAGE, variables).at("/data/node/outOfRangeReadings");
  }

  /** As {@code inlet 9.5}. */
  private static List<String> read(JsonNode page) {
    return page.path("nodes")
        .valueStream()
        .map(node -> node.path("point").asString() + " " + node.path("number").asString())
        .toList();
  }

  @Test
  void onlyReadingsBeyondTheirLimitsAreTold() {
    State protocol = released(RANGE, RANGE, EXCLUSIVE);
    read(protocol, "9.50 3.5", "10.00 3.50", "15.0 3.5");
    JsonNode page = page(Map.of());
    assertThat(read(page)).containsExactly("inlet 15.0", "outlet 3.5", "inlet 9.50");
    assertThat(page.path("totalCount").asInt()).isEqualTo(3);
    JsonNode below = page.at("/nodes/2");
    assertThat(below.path("unit").asString()).isEqualTo("bar");
    assertThat(below.path("min").asString()).isEqualTo("10");
    assertThat(below.path("max").asString()).isEqualTo("15");
    assertThat(page.at("/nodes/1/min").isNull()).isTrue();
    assertThat(below.at("/readBy/id").asString())
        .isEqualTo(cast.person(CompanyType.MONTADORA, UserRole.TECHNICIAN).globalId());
    assertThat(below.at("/item/protocol/id").asString()).isEqualTo(protocol.id());
  }

  @Test
  void theFilterNarrowsByPointAndStage() {
    read(released(RANGE), "9 4");
    assertThat(read(page(Map.of("filter", Map.of("point", "outlet"))))).containsExactly("outlet 4");
    assertThat(read(page(Map.of("filter", Map.of("stage", "C1")))))
        .containsExactly("inlet 9", "outlet 4");
    JsonNode none = page(Map.of("filter", Map.of("stage", "C2")));
    assertThat(read(none)).isEmpty();
    assertThat(none.path("totalCount").asInt()).isZero();
  }

  /** As in the list of protocols: cancelled ones are there, those out of use are not. */
  @Test
  void whatWasCancelledIsThereUntilItIsTakenOutOfUse() {
    State protocol = released(RANGE);
    read(protocol, "9 3");
    GraphQlTester engineering = cast.as(CompanyType.GERENCIADORA, UserRole.ENGINEERING);
    State cancelled =
        play.step(
            engineering,
            "cancelProtocol",
            play.look(engineering, protocol.id()),
            Map.of("reason", "Drawn up by mistake."));
    assertThat(read(page(Map.of()))).containsExactly("inlet 9");
    play.step(engineering, "deactivateProtocol", cancelled);
    assertThat(read(page(Map.of()))).isEmpty();
  }

  @Test
  void pagesGoBothWaysThroughTheReadingsOfAnItem() {
    read(released(RANGE, RANGE, RANGE), "9 4", "10 5", "8 6");
    List<String> all = read(page(Map.of()));
    assertThat(all).containsExactly("inlet 8", "outlet 6", "outlet 5", "inlet 9", "outlet 4");
    assertThat(walk("first", "after", "endCursor", "hasNextPage")).isEqualTo(all);
    List<String> back = new ArrayList<>(walk("last", "before", "startCursor", "hasPreviousPage"));
    Collections.reverse(back);
    assertThat(back).isEqualTo(all);
  }

  /** A page of one after the other, until there is none. */
  private List<String> walk(String size, String from, String cursor, String more) {
    List<String> found = new ArrayList<>();
    JsonNode page = page(Map.of(size, 1));
    found.addAll(read(page));
    while (page.at("/pageInfo/" + more).asBoolean()) {
      page = page(Map.of(size, 1, from, page.at("/pageInfo/" + cursor).asString()));
      found.addAll(read(page));
    }
    return found;
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    released(RANGE);
    String foreign =
        api.ask(
                people.admin().token(),
                "query($id: ID!) { node(id: $id) { ... on Subsystem { protocols { pageInfo { endCursor } } } } }",
                Map.of("id", globalId("subsystem", cast.site().subsystemId())))
            .at("/data/node/protocols/pageInfo/endCursor")
            .asString();
    Refusals.assertFails(
        cast.as(CompanyType.GERENCIADORA, UserRole.ENGINEERING)
            .document(PAGE)
            .variable("id", globalId("subsystem", cast.site().subsystemId()))
            .variable("after", foreign),
        "BAD_REQUEST");
  }

  /** A SUPPLIER reaches the subsystem through a protocol that names their company. */
  @Test
  void aSupplierSeesTheReadingsOfProtocolsThatNameTheirCompany() {
    read(released(RANGE), "9 3");
    UUID company = cast.site().company(CompanyType.FORNECEDOR);
    State supplied =
        cast.release(
            cast.create(play.template(ProtocolType.C1, RANGE), company, cast.equipment("P-102")));
    GraphQlTester supplier = cast.as(CompanyType.FORNECEDOR, UserRole.SUPPLIER);
    play.fill(supplier, supplied, value("8", "3"));

    assertThat(ofProtocol(supplier, supplied)).containsExactly("8");
    assertThat(ofProtocol(api.as(people.admin().token()), supplied)).containsExactly("8", "9");
    assertThat(page(people.stranger(), Map.of()).isMissingNode()).isTrue();
  }

  private static List<String> ofProtocol(GraphQlTester viewer, State protocol) {
    return viewer
        .document(
            """
            query($id: ID!) { node(id: $id) { ... on Protocol { subsystem {
              outOfRangeReadings { totalCount nodes { number item { protocol { number } } } } } } } }
            """)
        .variable("id", protocol.id())
        .execute()
        .path("node.subsystem.outOfRangeReadings.nodes[*].number")
        .entityList(String.class)
        .get();
  }

  @Test
  void costsOneStatementForManySubsystemsAndAnotherWhereTheyAreCounted() {
    read(released(RANGE), "9 4");
    for (int index = 2; index <= 20; index++) {
      plants.subsystem(cast.site().systemId(), "SS" + index);
    }
    assertThat(asked("nodes { point }"))
        .containsExactly("OutOfRangeReadingMapper.listBySubsystemIds");
    assertThat(asked("totalCount nodes { point }"))
        .containsExactlyInAnyOrder(
            "OutOfRangeReadingMapper.listBySubsystemIds",
            "OutOfRangeReadingMapper.countBySubsystemIds");
  }

  private List<String> asked(String fields) {
    String token = cast.person(CompanyType.GERENCIADORA, UserRole.ENGINEERING).token();
    String document =
        "query($id: ID!) { node(id: $id) { ... on System { subsystems { outOfRangeReadings { %s } } } } }"
            .formatted(fields);
    return statements
        .during(
            () ->
                assertThat(
                        api.ask(
                                token,
                                document,
                                Map.of("id", globalId("system", cast.site().systemId())))
                            .at("/data/node/subsystems")
                            .size())
                    .isEqualTo(20))
        .stream()
        .filter(statement -> statement.startsWith("OutOfRangeReadingMapper"))
        .toList();
  }
}
