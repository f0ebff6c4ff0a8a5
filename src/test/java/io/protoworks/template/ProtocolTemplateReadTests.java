package io.protoworks.template;

import static io.protoworks.template.Templates.globalId;
import static io.protoworks.testing.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.platform.TypeId;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Statements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Whoever is signed in reads the templates, each level in one statement. */
@ServerTest
class ProtocolTemplateReadTests {
  private static final String LIST =
      """
      query($filter: ProtocolTemplateFilter, $orderBy: ProtocolTemplateOrder, $first: Int, $after: String, $last: Int,
            $before: String) {
        protocolTemplates(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last,
            before: $before) {
          totalCount nodes { code templateVersion } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        }
      }
      """;

  @Autowired Api api;
  @Autowired People people;
  @Autowired Templates templates;
  @Autowired Statements statements;

  private GraphQlTester supplier;

  /** In the description of all templates of a test, so that a search finds them and no others. */
  private String mark;

  @BeforeEach
  void signIn() {
    supplier = api.as(people.user(draft -> draft).token());
    mark = "M" + UUID.randomUUID().toString().replace("-", "");
  }

  private UUID published(String code, int version, ProtocolType type) {
    return templates.published(
        type,
        draft ->
            draft.withCode(mark + code).withVersion(version, null).withDescription("Of " + mark),
        List.of());
  }

  private UUID draft(String code, int version) {
    return templates.draft(
        ProtocolType.C2,
        draft ->
            draft.withCode(mark + code).withVersion(version, null).withDescription("Of " + mark),
        List.of());
  }

  private GraphQlTester.Request<?> list(Map<String, Object> filter) {
    Map<String, Object> marked = new HashMap<>(filter);
    marked.putIfAbsent("search", mark.toLowerCase(java.util.Locale.ROOT));
    return supplier.document(LIST).variable("filter", marked);
  }

  private List<String> found(GraphQlTester.Request<?> request) {
    return request.execute().path("protocolTemplates.nodes").entityList(Map.class).get().stream()
        .map(
            node ->
                String.valueOf(node.get("code")).replace(mark, "") + node.get("templateVersion"))
        .toList();
  }

  @Test
  void needsASignature() {
    assertFails(api.anonymous().document(LIST), "UNAUTHENTICATED");
    assertFails(
        api.anonymous().document("{ protocolTemplate(code: \"X\") { id } }"), "UNAUTHENTICATED");
  }

  @Test
  void findsAVersionOrTheLatestPublished() {
    published("A", 1, ProtocolType.C2);
    UUID second = published("A", 2, ProtocolType.C2);
    UUID third = published("A", 3, ProtocolType.C2);
    templates.deactivate(third);
    UUID fourth = draft("A", 4);
    assertThat(idOf(byCode(null))).isEqualTo(globalId(second));
    assertThat(idOf(byCode(3))).isEqualTo(globalId(third));
    assertThat(idOf(byCode(4))).isEqualTo(globalId(fourth));
    byCode(5).path("protocolTemplate").valueIsNull();
  }

  private GraphQlTester.Response byCode(@Nullable Integer version) {
    return supplier
        .document(
            "query($code: String!, $version: Int) {"
                + " protocolTemplate(code: $code, templateVersion: $version) { id } }")
        .variable("code", mark + "A")
        .variable("version", version)
        .execute();
  }

  private static String idOf(GraphQlTester.Response found) {
    return found.path("protocolTemplate.id").entity(String.class).get();
  }

  @Test
  void narrowsTheList() {
    published("A", 1, ProtocolType.C1);
    published("A", 2, ProtocolType.C1);
    UUID third = published("A", 3, ProtocolType.C1);
    templates.deactivate(third);
    published("B", 1, ProtocolType.C2);
    draft("B", 2);
    assertThat(found(list(Map.of()))).containsExactly("A1", "A2", "B1", "B2");
    assertThat(found(list(Map.of("type", "C1")))).containsExactly("A1", "A2");
    assertThat(found(list(Map.of("status", "DRAFT")))).containsExactly("B2");
    assertThat(found(list(Map.of("latestOnly", true)))).containsExactly("A2", "B2");
    assertThat(found(list(Map.of("latestOnly", true, "status", "PUBLISHED"))))
        .containsExactly("A2", "B1");
    assertThat(found(list(Map.of("latestOnly", true, "includeInactive", true))))
        .containsExactly("A3", "B2");
    assertThat(found(list(Map.of("includeInactive", true))))
        .containsExactly("A1", "A2", "A3", "B1", "B2");
    assertThat(found(list(Map.of("search", mark + "b")))).containsExactly("B1", "B2");
    assertThat(found(list(Map.of("search", "%" + mark)))).isEmpty();
    UUID discipline = templates.discipline();
    templates.published(
        ProtocolType.C1, draft -> draft.withCode(mark + "C").withDiscipline(discipline), List.of());
    assertThat(found(list(Map.of("disciplineId", new TypeId("discipline", discipline).toString()))))
        .containsExactly("C1");
  }

  @Test
  void pagesBothWays() {
    published("A", 1, ProtocolType.C2);
    published("A", 2, ProtocolType.C2);
    published("B", 1, ProtocolType.C2);
    GraphQlTester.Response first = list(Map.of()).variable("first", 2).execute();
    assertThat(first.path("protocolTemplates.totalCount").entity(Integer.class).get()).isEqualTo(3);
    String end = first.path("protocolTemplates.pageInfo.endCursor").entity(String.class).get();
    assertThat(found(list(Map.of()).variable("first", 2).variable("after", end)))
        .containsExactly("B1");
    assertThat(found(list(Map.of()).variable("orderBy", "CODE_DESC")))
        .containsExactly("B1", "A2", "A1");
    assertThat(found(list(Map.of()).variable("last", 1).variable("before", end)))
        .containsExactly("A1");
    assertFails(
        list(Map.of()).variable("after", end).variable("orderBy", "CODE_DESC"), "BAD_REQUEST");
  }

  @Test
  void readsEachLevelInOneStatement() {
    for (String code : List.of("A", "B", "C")) {
      templates.published(
          ProtocolType.C1,
          draft -> draft.withCode(mark + code).withDescription("Of " + mark),
          List.of(ItemDraft.check(), ItemDraft.of(ItemType.NUMBER), ItemDraft.of(ItemType.DATE)));
    }
    GraphQlTester.Request<?> whole =
        supplier
            .document(
                """
                query($filter: ProtocolTemplateFilter) {
                  protocolTemplates(filter: $filter) {
                    nodes {
                      discipline { code } publishedBy { name } createdBy { name } previous { id }
                      versions { templateVersion }
                      items {
                        config { __typename } configJson template { code } createdBy { name }
                      }
                    }
                  }
                }
                """)
            .variable("filter", Map.of("search", mark));
    assertThat(statements.during(whole::executeAndVerify))
        .filteredOn(statement -> !statement.startsWith("Viewer"))
        .containsExactlyInAnyOrder(
            "ProtocolTemplateMapper.listMatching",
            "ProtocolTemplateMapper.listVersions",
            "ProtocolTemplateMapper.listByIds",
            "ProtocolTemplateItemMapper.listByTemplateIds",
            "DisciplineMapper.listByIds",
            "UserMapper.listByIds");
  }

  @Test
  void answersByIdAndShowsWhatWasTakenOut() {
    UUID template = draft("A", 1);
    UUID item = templates.addItem(template, 2, ItemDraft.check().withCode("OUT"));
    String query =
        """
        query($template: ID!, $item: ID!) {
          template: node(id: $template) {
            ... on ProtocolTemplate { items(includeInactive: true) { code isActive } }
          }
          item: node(id: $item) { ... on ProtocolTemplateItem { code template { id } } }
        }
        """;
    supplier
        .document(query)
        .variable("template", globalId(template))
        .variable("item", new TypeId("protocol_template_item", item).toString())
        .execute()
        .path("")
        .matchesJson(
            """
            {"template": {"items": [{"code": "I1", "isActive": true}, {"code": "OUT", "isActive": true}]},
             "item": {"code": "OUT", "template": {"id": "%s"}}}
            """
                .formatted(globalId(template)));
  }
}
