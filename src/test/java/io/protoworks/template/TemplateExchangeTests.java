package io.protoworks.template;

import static io.protoworks.template.Templates.globalId;
import static io.protoworks.testing.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Mutations;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Statements;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Templates as documents, out and in, and beside one another. */
@ServerTest
class TemplateExchangeTests {
  private static final JsonMapper MAPPER = new JsonMapper();

  @Autowired Api api;
  @Autowired People people;
  @Autowired Templates templates;
  @Autowired Statements statements;
  @Autowired JdbcClient database;

  private String token;
  private GraphQlTester engineer;
  private String code;

  @BeforeEach
  void signIn() {
    token = people.user(draft -> draft.withRole(UserRole.ENGINEERING)).token();
    engineer = api.as(token);
    code = "T-" + UUID.randomUUID();
  }

  private UUID oneOfEachType() {
    List<ItemDraft> items = new ArrayList<>();
    for (ItemType type : ItemType.values()) {
      items.add(
          ItemDraft.of(type)
              .withCode(type.name())
              .withConfig(
                  switch (type) {
                    case NUMBER_RANGE ->
                        "{\"unit\": \"mA\", \"points\": [{\"point\": \"0%\", \"min\": 3.90}]}";
                    case CHECKBOX_OK_NOK_NA -> "{\"labels\": {\"ok\": \"tight\"}}";
                    default -> "{}";
                  }));
    }
    return templates.published(
        ProtocolType.C1, draft -> draft.withCode(code).withDescription("Loops – ünïcode"), items);
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> document(String id) {
    return engineer
        .document("query($id: ID!) { node(id: $id) { ... on ProtocolTemplate { document } } }")
        .variable("id", id)
        .execute()
        .path("node.document")
        .entity(Map.class)
        .get();
  }

  private GraphQlTester.Request<?> load(GraphQlTester caller, Object json) {
    return Mutations.ask(
        caller,
        "importProtocolTemplate",
        "protocolTemplate { id templateVersion status previous { id } }",
        Map.of("json", json));
  }

  private static Map<String, Object> parse(String json) {
    return MAPPER.readerForMapOf(Object.class).readValue(json.replace('`', '"'));
  }

  @Test
  void goesOutAndComesBackTheSame() {
    Map<String, Object> document = document(globalId(oneOfEachType()));
    document.put("code", code + "-2");
    String id =
        load(engineer, document)
            .execute()
            .path("importProtocolTemplate.protocolTemplate.id")
            .entity(String.class)
            .get();
    assertThat(document(id)).isEqualTo(document);
  }

  @Test
  void becomesTheNextVersionOfACodeThatIsKnown() {
    UUID first = oneOfEachType();
    load(engineer, document(globalId(first)))
        .execute()
        .path("importProtocolTemplate.protocolTemplate")
        .matchesJson(
            """
            {"templateVersion": 2, "status": "DRAFT", "previous": {"id": "%s"}}
            """
                .formatted(globalId(first)));
    List<String> before = templates.state(code);
    load(engineer, document(globalId(first)))
        .execute()
        .path("importProtocolTemplate")
        .matchesJson(
            """
            {"protocolTemplate": null,
             "errors": [{"code": "IN_THE_WAY", "path": ["input", "json", "code"]}]}
            """);
    assertThat(templates.state(code)).isEqualTo(before);
  }

  @Test
  void isRefusedToWhoeverMayNot() {
    Map<String, Object> document = document(globalId(oneOfEachType()));
    List<String> before = templates.state(code);
    assertFails(load(api.anonymous(), document), "UNAUTHENTICATED");
    String technician = people.user(draft -> draft).token();
    assertFails(load(api.as(technician), document), "FORBIDDEN");
    assertThat(templates.state(code)).isEqualTo(before);
  }

  /** What is put into a sound document, and where that is wrong. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {`v`: 2}                                                          | v
          {`code`: null}                                                    | code
          {`code`: 7}                                                       | code
          {`code`: ` T`}                                                    | code
          {`description`: ` `}                                              | description
          {`type`: `C1`}                                                    | disciplineCode
          {`type`: `C9`}                                                    | type
          {`colour`: `red`}                                                 | colour
          {`items`: null}                                                   | items
          {`items`: {}}                                                     | items
          {`items`: [7]}                                                    | items.0
          {`items`: [{}]}                         | items.0.code items.0.description items.0.itemType
          {`items`: [{`code`: `A`, `description`: `A`, `itemType`: `DATE`, `colour`: 1}]} | items.0.colour
          {`items`: [{`code`: `A`, `description`: `A`, `itemType`: `DATE`, `required`: `no`}]} | items.0.required
          {`items`: [{`code`: ` `, `description`: ` `, `itemType`: `DATE`}]} | items.0.code items.0.description
          {`items`: [{`code`: `A`, `description`: `A`, `itemType`: `DATE`}, {`code`: `A`, `description`: `A`, `itemType`: `DATE`}]} | items.1.code
          {`items`: [{`code`: `A`, `description`: `A`, `itemType`: `DATE`, `config`: []}]} | items.0.config
          {`items`: [{`code`: `A`, `description`: `A`, `itemType`: `DATE`, `config`: {`min`: 3, `points`: 1}}]} | items.0.config.min items.0.config.points
          {`items`: [{`code`: `A`, `description`: `A`, `itemType`: `PHOTO_CAPTURE`, `config`: {`min`: 0, `max`: 99}}]} | items.0.config.min items.0.config.max
          {`items`: [{`code`: `A`, `description`: `A`, `itemType`: `DATE`, `config`: {`min`: `2026-02-03`, `max`: `2026-02-02`}}]} | items.0.config.max
          {`items`: [{`code`: `A`, `description`: `A`, `itemType`: `TEXT_MULTI`, `config`: {`maxLength`: 1.5}}]} | items.0.config.maxLength
          {`items`: [{`code`: `A`, `description`: `A`, `itemType`: `NUMBER_RANGE`, `config`: {`points`: [{`point`: `0%`, `min`: 9, `max`: 8}]}}]} | items.0.config.points.0.max
          """)
  void tellsWhereADocumentIsWrong(String mistake, String paths) {
    Map<String, Object> document = new HashMap<>();
    document.put("v", 1);
    document.put("code", code);
    document.put("type", "C2");
    document.put("items", List.of());
    document.putAll(parse(mistake));
    List<List<Object>> found =
        load(engineer, document)
            .execute()
            .path("importProtocolTemplate.errors[*].path")
            .entity(new ParameterizedTypeReference<List<List<Object>>>() {})
            .get();
    assertThat(
            found.stream()
                .map(path -> String.join(".", path.stream().map(String::valueOf).toList())))
        .containsExactly(
            Arrays.stream(paths.split(" ", -1))
                .map(path -> "input.json." + path)
                .toArray(String[]::new));
    assertThat(templates.state(code)).isEmpty();
  }

  @Test
  void knowsTheDiscipline() {
    Map<String, Object> document = document(globalId(oneOfEachType()));
    document.put("code", code + "-2");
    assertDisciplineIsRefused(Map.of("disciplineCode", "?"), document, "UNKNOWN_REFERENCE");
    database
        .sql("update identity.disciplines set is_active = false where code = ?")
        .param(document.get("disciplineCode"))
        .update();
    assertDisciplineIsRefused(Map.of(), document, "INVALID_INPUT");
  }

  private void assertDisciplineIsRefused(
      Map<String, Object> changes, Map<String, Object> document, String error) {
    Map<String, Object> changed = new HashMap<>(document);
    changed.putAll(changes);
    load(engineer, changed)
        .execute()
        .path("importProtocolTemplate")
        .matchesJson(
            """
            {"protocolTemplate": null,
             "errors": [{"code": "%s", "path": ["input", "json", "disciplineCode"]}]}
            """
                .formatted(error));
  }

  /** Sent as people write JSON, past any client that would make a double of a number first. */
  @ParameterizedTest
  @CsvSource({
    "0.10, 0.10",
    "123456789012345.123456789012345, 123456789012345.123456789012345",
    "1e400, ''",
    "1e999999999, ''"
  })
  void numbersNeverGoThroughADouble(String written, String kept) throws Exception {
    String body =
        """
        {"query": "mutation($json: JSON!) { importProtocolTemplate(input: {json: $json}) { errors { path } } }",
         "variables": {"json": {"v": 1, "code": "%s", "type": "C2", "items": [
           {"code": "A", "description": "A", "itemType": "NUMBER", "config": {"hardMax": %s}}]}}}
        """
            .formatted(code, written);
    HttpResponse<String> response =
        api.http()
            .send(
                HttpRequest.newBuilder(api.uri("/graphql"))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    if (kept.isEmpty()) {
      assertThat(response.body()).contains("\"items\",\"0\",\"config\",\"hardMax\"");
    } else {
      assertThat(response.body()).contains("\"errors\":[]");
    }
    assertThat(
            database
                .sql(
                    "select item.config ->> 'hardMax' from template.protocol_template_items item"
                        + " join template.protocol_templates template"
                        + " on template.id = item.protocol_template_id where template.code = ?")
                .param(code)
                .query((row, index) -> row.getString(1))
                .list())
        .isEqualTo(kept.isEmpty() ? List.of() : List.of(kept));
  }

  @Test
  void showsWhatDiffers() {
    UUID first =
        templates.published(
            ProtocolType.C2,
            draft -> draft.withCode(code),
            List.of(
                ItemDraft.check().withCode("A"),
                ItemDraft.check().withCode("B"),
                ItemDraft.of(ItemType.NUMBER).withCode("C").withConfig("{\"hardMax\": 4}")));
    UUID second =
        templates.draft(
            ProtocolType.C2,
            draft -> draft.withCode(code).withVersion(2, first).withDescription("New"),
            List.of(
                ItemDraft.of(ItemType.NUMBER).withCode("C").withConfig("{\"hardMax\": \"5.5\"}"),
                ItemDraft.check().withCode("A"),
                ItemDraft.check().withCode("D")));
    GraphQlTester.Request<?> asked =
        engineer
            .document(
                """
                query($from: ID!, $to: ID!) {
                  templateDifference(fromId: $from, toId: $to) {
                    from { templateVersion } to { templateVersion }
                    fields { path before after }
                    added { code } removed { code }
                    changed { before { order } after { code order } moved fields { path before after } }
                  }
                }
                """)
            .variable("from", globalId(first))
            .variable("to", globalId(second));
    asked
        .execute()
        .path("templateDifference")
        .matchesJsonStrictly(
            """
            {"from": {"templateVersion": 1}, "to": {"templateVersion": 2},
             "fields": [{"path": "description", "before": null, "after": "New"}],
             "added": [{"code": "D"}], "removed": [{"code": "B"}],
             "changed": [{"before": {"order": 3}, "after": {"code": "C", "order": 1}, "moved": true,
                          "fields": [{"path": "config.hardMax", "before": "4", "after": "5.5"}]}]}
            """);
    assertThat(statements.during(asked::executeAndVerify))
        .filteredOn(statement -> !statement.startsWith("Viewer"))
        .containsExactlyInAnyOrder(
            "ProtocolTemplateMapper.listByIds",
            "ProtocolTemplateItemMapper.listByTemplateIds",
            "DisciplineMapper.listByIds");
  }

  @Test
  void comparesOnlyWhatIsThere() {
    UUID template = oneOfEachType();
    engineer
        .document(
            "query($from: ID!, $to: ID!) { templateDifference(fromId: $from, toId: $to) { added { id } } }")
        .variable("from", globalId(template))
        .variable("to", globalId(UUID.randomUUID()))
        .execute()
        .path("templateDifference")
        .valueIsNull();
    assertFails(
        api.anonymous()
            .document(
                "query($id: ID!) { templateDifference(fromId: $id, toId: $id) { added { id } } }")
            .variable("id", globalId(template)),
        "UNAUTHENTICATED");
  }
}
