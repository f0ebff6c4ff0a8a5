package io.protoworks.template;

import static io.protoworks.template.Templates.globalId;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Mutations;
import io.protoworks.platform.TypeId;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is written into drafts. */
@ServerTest
class ProtocolTemplateDraftTests {
  private static final String RESULT =
      """
      protocolTemplate {
        id code templateVersion type description status version isActive discipline { id } previous { id }
        items { code description helpText order itemType required configJson }
      }
      """;

  @Autowired Api api;
  @Autowired People people;
  @Autowired Templates templates;
  @Autowired JdbcClient database;

  private GraphQlTester engineer;
  private String code;

  @BeforeEach
  void signIn() {
    engineer = api.as(people.user(draft -> draft.withRole(UserRole.ENGINEERING)).token());
    code = "T-" + UUID.randomUUID();
  }

  private static GraphQlTester.Request<?> ask(
      GraphQlTester caller, String mutation, Map<String, Object> input) {
    return Mutations.ask(caller, mutation, RESULT, input);
  }

  private static Map<String, Object> item(String code, Map<String, Object> config) {
    return new HashMap<>(
        Map.of("code", code, "description", "Description of " + code, "config", config));
  }

  private static Map<String, Object> check(String code) {
    return item(code, Map.of("checkbox", Map.of()));
  }

  private Map<String, Object> creation(List<Map<String, Object>> items) {
    return new HashMap<>(
        Map.of("code", code, "type", "C2", "description", "Continuity of cables", "items", items));
  }

  private static Map<String, Object> change(
      UUID template, int version, List<Map<String, Object>> items) {
    return new HashMap<>(
        Map.of("id", globalId(template), "expectedVersion", version, "type", "C2", "items", items));
  }

  private UUID draftWith(ItemDraft... items) {
    return templates.draft(ProtocolType.C2, draft -> draft.withCode(code), List.of(items));
  }

  private List<String> itemsOf(UUID template) {
    return database
        .sql(
            "select case when is_active then '' else 'inactive ' end || code || ' ' || \"order\""
                + " from template.protocol_template_items where protocol_template_id = ?"
                + " order by is_active desc, \"order\", code")
        .param(template)
        .query((row, index) -> row.getString(1))
        .list();
  }

  private void assertNobodyElseMay(String mutation, Map<String, Object> input) {
    List<String> before = templates.state(code);
    assertFails(ask(api.anonymous(), mutation, input), "UNAUTHENTICATED");
    for (UserRole role : List.of(UserRole.TECHNICIAN, UserRole.MANAGER, UserRole.SUPPLIER)) {
      String token = people.user(draft -> draft.withRole(role)).token();
      assertFails(ask(api.as(token), mutation, input), "FORBIDDEN");
    }
    assertThat(templates.state(code)).isEqualTo(before);
  }

  private void succeed(String mutation, Map<String, Object> input) {
    ask(engineer, mutation, input)
        .execute()
        .path(mutation + ".errors")
        .entityList(Object.class)
        .hasSize(0);
  }

  private void assertIsRefused(String mutation, Map<String, Object> input, String... codes) {
    List<String> before = templates.state(code);
    assertRefused(ask(engineer, mutation, input), mutation, codes);
    assertThat(templates.state(code)).isEqualTo(before);
  }

  private void assertIsWrongAt(String mutation, Map<String, Object> input, String... paths) {
    List<String> before = templates.state(code);
    List<List<?>> found =
        ask(engineer, mutation, input)
            .execute()
            .path(mutation + ".errors[*].path")
            .entityList(List.class)
            .get()
            .stream()
            .<List<?>>map(path -> path)
            .toList();
    assertThat(
            found.stream()
                .map(path -> String.join(".", path.stream().map(String::valueOf).toList())))
        .containsExactly(paths);
    assertThat(templates.state(code)).isEqualTo(before);
  }

  @Nested
  class Create {
    @Test
    void addsTheFirstVersionWithItsItems() {
      UUID discipline = templates.discipline();
      Map<String, Object> input =
          creation(
              List.of(
                  check("TIGHT"),
                  item(
                      "LOOP",
                      Map.of(
                          "numberRange",
                          Map.of(
                              "unit",
                              "mA",
                              "points",
                              List.of(Map.of("point", "0%", "min", "3.90", "max", "4.10")))))));
      input.put("type", "C1");
      input.put("disciplineId", new TypeId("discipline", discipline).toString());
      ask(engineer, "createProtocolTemplate", input)
          .execute()
          .path("createProtocolTemplate.protocolTemplate")
          .matchesJson(
              """
              {"code": "%s", "templateVersion": 1, "type": "C1", "status": "DRAFT", "version": 1, "isActive": true,
               "previous": null, "discipline": {"id": "%s"},
               "items": [
                 {"code": "TIGHT", "order": 1, "itemType": "CHECKBOX_OK_NOK_NA", "required": true, "helpText": null,
                  "configJson": {"naAllowed": true, "naRequiresNote": false, "nokRequiresPendency": true,
                                 "nokDefaultType": "PB", "photoOnNok": false, "energization": false}},
                 {"code": "LOOP", "order": 2, "itemType": "NUMBER_RANGE",
                  "configJson": {"unit": "mA", "points": [{"point": "0%%", "min": "3.90", "max": "4.10"}],
                                 "inclusive": true, "outOfRange": "REQUIRE_PENDENCY", "defaultType": "PB",
                                 "instrumentRequired": false}}]}
              """
                  .formatted(code, new TypeId("discipline", discipline)));
    }

    @Test
    void isRefusedToWhoeverMayNot() {
      assertNobodyElseMay("createProtocolTemplate", creation(List.of(check("A"))));
    }

    @Test
    void needsACodeOfItsOwn() {
      succeed("createProtocolTemplate", creation(List.of()));
      assertIsRefused("createProtocolTemplate", creation(List.of()), "NOT_UNIQUE");
      Map<String, Object> input = creation(List.of());
      input.put("code", " padded ");
      assertIsRefused("createProtocolTemplate", input, "INVALID_INPUT");
    }

    @Test
    void needsADisciplineAtC1ThatIsInUse() {
      Map<String, Object> input = creation(List.of());
      input.put("type", "C1");
      assertIsWrongAt("createProtocolTemplate", input, "input.disciplineId");
      UUID discipline = templates.discipline();
      database
          .sql("update identity.disciplines set is_active = false where id = ?")
          .param(discipline)
          .update();
      for (UUID id : List.of(discipline, UUID.randomUUID())) {
        input.put("disciplineId", new TypeId("discipline", id).toString());
        assertIsWrongAt("createProtocolTemplate", input, "input.disciplineId");
      }
    }

    @Test
    void tellsAllThatIsWrongWithItemsAtOnce() {
      Map<String, Object> inverted =
          item(
              "B",
              Map.of(
                  "numberRange",
                  Map.of(
                      "points",
                      List.of(
                          Map.of("point", "0%", "min", "3.9"),
                          Map.of("point", "50%", "min", "9", "max", "8"),
                          Map.of("point", "100%", "min", "1e400")))));
      Map<String, Object> blank = check(" ");
      blank.put("description", " ");
      blank.put("helpText", "x".repeat(1001));
      assertIsWrongAt(
          "createProtocolTemplate",
          creation(List.of(check("A"), inverted, blank, check("A"))),
          "input.items.1.config.numberRange.points.1.max",
          "input.items.1.config.numberRange.points.2.min",
          "input.items.2.code",
          "input.items.2.description",
          "input.items.2.helpText",
          "input.items.3.code");
    }

    @Test
    void takesExactlyOneFormOfConfig() {
      for (Map<String, Object> config :
          List.<Map<String, Object>>of(
              Map.of(),
              Map.of("checkbox", Map.of(), "date", Map.of()),
              Map.of("checkbox", Map.of("colour", "red")),
              Map.of("number", Map.of("decimals", 1.5)),
              Map.of("number", Map.of("hardMin", 4)))) {
        ask(engineer, "createProtocolTemplate", creation(List.of(item("A", config))))
            .execute()
            .errors()
            .satisfy(errors -> assertThat(errors).as("%s", config).isNotEmpty());
      }
      assertThat(templates.state(code)).isEmpty();
    }

    @Test
    void holdsFiveHundredItems() {
      List<Map<String, Object>> items =
          IntStream.rangeClosed(1, 501).mapToObj(number -> check("I" + number)).toList();
      assertIsWrongAt("createProtocolTemplate", creation(items), "input.items");
      ask(engineer, "createProtocolTemplate", creation(items.subList(0, 500)))
          .execute()
          .path("createProtocolTemplate.protocolTemplate.items")
          .entityList(Object.class)
          .hasSize(500);
    }
  }

  /** What JSON leaves out and what an input leaves out has the same defaults. */
  @Test
  void leavesOutTheSameInTheSchemaAndInJson() {
    Map<String, Object> members =
        Map.of(
            "checkbox", Map.of(),
            "textSingle", Map.of(),
            "textMulti", Map.of(),
            "number", Map.of(),
            "numberRange", Map.of("points", List.of(Map.of("point", "0%", "min", "1"))),
            "photoCapture", Map.of(),
            "date", Map.of(),
            "signature", Map.of());
    List<Map<String, Object>> items = new ArrayList<>();
    members.forEach((member, config) -> items.add(item(member, Map.of(member, config))));
    succeed("createProtocolTemplate", creation(items));
    UUID template = idOf(code, 1);
    int order = items.size();
    for (ItemType type : ItemType.values()) {
      order++;
      templates.addItem(
          template,
          order,
          ItemDraft.of(type)
              .withConfig(
                  type == ItemType.NUMBER_RANGE
                      ? "{\"points\": [{\"point\": \"0%\", \"min\": \"1\"}]}"
                      : "{}"));
    }
    String config =
        "config { ... on CheckboxConfig { naAllowed naRequiresNote nokRequiresPendency nokDefaultType photoOnNok"
            + " labels { ok } energization } ... on TextSingleConfig { minLength maxLength pattern options }"
            + " ... on TextMultiConfig { maxLength } ... on NumberConfig { unit decimals hardMin hardMax"
            + " instrumentRequired showPrevious naAllowed } ... on NumberRangeConfig { unit decimals points { point min"
            + " max } inclusive outOfRange defaultType instrumentRequired } ... on PhotoCaptureConfig {"
            + " minPhotos maxPhotos source"
            + " geoRequired beforeAfter } ... on DateConfig { withTime notFuture earliest latest } ... on SignatureConfig { roles"
            + " companyTypes meaning } }";
    Map<String, List<Object>> byType = new HashMap<>();
    engineer
        .document(
            "query($code: String!) { protocolTemplate(code: $code, templateVersion: 1) { items { itemType %s } } }"
                .formatted(config))
        .variable("code", code)
        .execute()
        .path("protocolTemplate.items")
        .entityList(Map.class)
        .get()
        .forEach(
            found ->
                byType
                    .computeIfAbsent(
                        String.valueOf(found.get("itemType")), key -> new ArrayList<>())
                    .add(found));
    assertThat(byType).hasSize(ItemType.values().length);
    byType
        .values()
        .forEach(
            both ->
                assertThat(both)
                    .hasSize(2)
                    .allSatisfy(each -> assertThat(each).isEqualTo(both.getFirst())));
  }

  private UUID idOf(String code, int version) {
    return database
        .sql("select id from template.protocol_templates where code = ? and version = ?")
        .params(code, version)
        .query(UUID.class)
        .single();
  }

  @Nested
  class ChangeOne {
    @Test
    void statesTheWhole() {
      UUID draft =
          templates.draft(
              ProtocolType.C2,
              header -> header.withCode(code).withDescription("Before"),
              List.of(
                  ItemDraft.check().withCode("A"),
                  ItemDraft.check().withCode("B"),
                  ItemDraft.check().withCode("C")));
      Map<String, Object> input =
          change(
              draft,
              1,
              List.of(
                  item("C", Map.of("checkbox", Map.of())),
                  item("A", Map.of("textMulti", Map.of("maxLength", 100))),
                  check("D")));
      ask(engineer, "changeProtocolTemplate", input)
          .execute()
          .path("changeProtocolTemplate.protocolTemplate")
          .matchesJson(
              """
              {"version": 2, "description": null, "status": "DRAFT",
               "items": [{"code": "C", "order": 1}, {"code": "A", "order": 2, "itemType": "TEXT_MULTI"},
                         {"code": "D", "order": 3}]}
              """);
      assertThat(itemsOf(draft)).containsExactly("C 1", "A 2", "D 3", "inactive B 2");
    }

    @Test
    void bringsBackAnItemThatIsNamedAgain() {
      UUID draft = draftWith(ItemDraft.check().withCode("A"), ItemDraft.check().withCode("B"));
      succeed("changeProtocolTemplate", change(draft, 1, List.of(check("B"))));
      assertThat(itemsOf(draft)).containsExactly("B 1", "inactive A 1");
      succeed("changeProtocolTemplate", change(draft, 2, List.of(check("A"), check("B"))));
      assertThat(itemsOf(draft)).containsExactly("A 1", "B 2");
    }

    @Test
    void recordsWhatHappenedToEachItemAndToNoOther() {
      UUID draft =
          draftWith(
              ItemDraft.check().withCode("A"),
              ItemDraft.check().withCode("B"),
              ItemDraft.check().withCode("C"));
      Map<String, Object> same = check("A");
      same.put("description", "Item A");
      succeed("changeProtocolTemplate", change(draft, 1, List.of(same, check("B"), check("D"))));
      assertThat(
              database
                  .sql(
                      """
                      select log.event_type || ' ' || (log.new_data ->> 'code')
                        from audit.audit_logs log
                       where log.entity_id in (
                         select id from template.protocol_template_items where protocol_template_id = :draft
                         union all select :draft)
                      """)
                  .param("draft", draft)
                  .query((row, index) -> row.getString(1))
                  .list())
          .containsExactlyInAnyOrder(
              "protocol_template.changed " + code,
              "protocol_template_item.changed B",
              "protocol_template_item.created D",
              "protocol_template_item.deactivated C");
    }

    @Test
    void isRefusedToWhoeverMayNotOrIsLate() {
      UUID draft = draftWith();
      assertNobodyElseMay("changeProtocolTemplate", change(draft, 1, List.of()));
      List<String> before = templates.state(code);
      ask(engineer, "changeProtocolTemplate", change(draft, 7, List.of()))
          .execute()
          .path("changeProtocolTemplate")
          .matchesJson(
              """
              {"protocolTemplate": null, "errors": [{"code": "STALE_VERSION", "current": {"id": "%s"}}]}
              """
                  .formatted(globalId(draft)));
      assertThat(templates.state(code)).isEqualTo(before);
      assertIsRefused(
          "changeProtocolTemplate", change(UUID.randomUUID(), 1, List.of()), "UNKNOWN_REFERENCE");
    }

    @Test
    void isOnlyForDraftsInUse() {
      UUID template = draftWith();
      templates.deactivate(template);
      assertIsRefused("changeProtocolTemplate", change(template, 1, List.of()), "IN_THE_WAY");
      templates.publish(template);
      assertIsRefused("changeProtocolTemplate", change(template, 1, List.of()), "IN_THE_WAY");
    }

    @Test
    void changesNothingWhereOneItemIsWrong() {
      UUID draft = draftWith(ItemDraft.check().withCode("A"));
      assertIsWrongAt(
          "changeProtocolTemplate",
          change(
              draft,
              1,
              List.of(
                  check("B"),
                  item("C", Map.of("photoCapture", Map.of("minPhotos", 3, "maxPhotos", 2))))),
          "input.items.1.config.photoCapture.maxPhotos");
    }
  }

  @Nested
  class CreateVersion {
    private Map<String, Object> from(UUID template, int version) {
      return Map.of("id", globalId(template), "expectedVersion", version);
    }

    @Test
    void copiesTheLatest() {
      UUID first =
          templates.published(
              ProtocolType.C2,
              draft -> draft.withCode(code).withDescription("As it was"),
              List.of(
                  ItemDraft.check().withCode("B"),
                  ItemDraft.of(ItemType.TEXT_MULTI).withCode("A").optional()));
      ask(engineer, "createProtocolTemplateVersion", from(first, 1))
          .execute()
          .path("createProtocolTemplateVersion.protocolTemplate")
          .matchesJson(
              """
              {"code": "%s", "templateVersion": 2, "status": "DRAFT", "description": "As it was", "version": 1,
               "previous": {"id": "%s"},
               "items": [{"code": "B", "order": 1, "required": true}, {"code": "A", "order": 2, "required": false}]}
              """
                  .formatted(code, globalId(first)));
    }

    @Test
    void leavesOneDraftToACode() {
      UUID first = templates.published(ProtocolType.C2, draft -> draft.withCode(code), List.of());
      succeed("createProtocolTemplateVersion", from(first, 1));
      List<String> before = templates.state(code);
      ask(engineer, "createProtocolTemplateVersion", from(first, 1))
          .execute()
          .path("createProtocolTemplateVersion.errors[0].blockers[*].id")
          .entityList(String.class)
          .isEqualTo(List.of(globalId(idOf(code, 2))));
      assertThat(templates.state(code)).isEqualTo(before);
    }

    @Test
    void startsFromTheLatestInUse() {
      UUID first = templates.published(ProtocolType.C2, draft -> draft.withCode(code), List.of());
      UUID second =
          templates.published(
              ProtocolType.C2, draft -> draft.withCode(code).withVersion(2, first), List.of());
      assertIsRefused("createProtocolTemplateVersion", from(first, 1), "IN_THE_WAY");
      templates.deactivate(second);
      assertIsRefused("createProtocolTemplateVersion", from(second, 1), "IN_THE_WAY");
      ask(engineer, "createProtocolTemplateVersion", from(first, 1))
          .execute()
          .path("createProtocolTemplateVersion.protocolTemplate.templateVersion")
          .entity(Integer.class)
          .isEqualTo(3);
    }

    @Test
    void isRefusedToWhoeverMayNotOrIsLate() {
      UUID first = templates.published(ProtocolType.C2, draft -> draft.withCode(code), List.of());
      assertNobodyElseMay("createProtocolTemplateVersion", from(first, 1));
      assertIsRefused("createProtocolTemplateVersion", from(first, 2), "STALE_VERSION");
      assertIsRefused(
          "createProtocolTemplateVersion", from(UUID.randomUUID(), 1), "UNKNOWN_REFERENCE");
    }
  }
}
