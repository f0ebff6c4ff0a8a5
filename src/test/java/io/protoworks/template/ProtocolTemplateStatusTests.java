package io.protoworks.template;

import static io.protoworks.template.Templates.globalId;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Mutations;
import io.protoworks.platform.Viewer;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a version as a whole, and that the database keeps what is published. */
@ServerTest
class ProtocolTemplateStatusTests {
  private static final String RESULT =
      "protocolTemplate { id status version isActive publishedAt publishedBy { id } }";

  @Autowired Api api;
  @Autowired People people;
  @Autowired Templates templates;
  @Autowired ProtocolTemplateService service;
  @Autowired JdbcClient database;

  private People.SignedIn user;
  private GraphQlTester engineer;
  private String code;

  @BeforeEach
  void signIn() {
    user = people.user(draft -> draft.withRole(UserRole.ENGINEERING));
    engineer = api.as(user.token());
    code = "T-" + UUID.randomUUID();
  }

  private UUID draft() {
    return templates.draft(ProtocolType.C3, draft -> draft.withCode(code), List.of());
  }

  private UUID published() {
    return published(draft -> draft);
  }

  private UUID published(UnaryOperator<Templates.TemplateDraft> changes) {
    return templates.published(
        ProtocolType.C3, draft -> changes.apply(draft.withCode(code)), List.of());
  }

  private GraphQlTester.Request<?> ask(GraphQlTester caller, String verb, UUID id, int version) {
    return Mutations.ask(
        caller,
        verb + "ProtocolTemplate",
        RESULT,
        Map.of("id", globalId(id), "expectedVersion", version));
  }

  private void assertIsRefused(String verb, UUID id, int version, String refusal) {
    List<String> before = templates.state(code);
    assertRefused(ask(engineer, verb, id, version), verb + "ProtocolTemplate", refusal);
    assertThat(templates.state(code)).isEqualTo(before);
  }

  private GraphQlTester.Path becomes(String verb, UUID id, int version) {
    return ask(engineer, verb, id, version).execute().path(verb + "ProtocolTemplate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"publish", "withdraw", "deactivate", "restore"})
  void isRefusedToWhoeverMayNotOrIsLate(String verb) {
    UUID template = verb.equals("publish") ? draft() : published();
    if (verb.equals("restore")) {
      templates.deactivate(template);
    }
    List<String> before = templates.state(code);
    assertFails(ask(api.anonymous(), verb, template, 1), "UNAUTHENTICATED");
    for (UserRole role : List.of(UserRole.TECHNICIAN, UserRole.CLIENT)) {
      String token = people.user(draft -> draft.withRole(role)).token();
      assertFails(ask(api.as(token), verb, template, 1), "FORBIDDEN");
    }
    becomes(verb, template, 7)
        .matchesJson(
            """
            {"protocolTemplate": null, "errors": [{"code": "STALE_VERSION", "current": {"id": "%s"}}]}
            """
                .formatted(globalId(template)));
    assertIsRefused(verb, UUID.randomUUID(), 1, "UNKNOWN_REFERENCE");
    assertThat(templates.state(code)).isEqualTo(before);
  }

  @Test
  void publishSaysWhoAndWhen() {
    becomes("publish", draft(), 1)
        .matchesJson(
            """
            {"protocolTemplate": {"status": "PUBLISHED", "version": 2, "publishedBy": {"id": "%s"}}, "errors": []}
            """
                .formatted(user.globalId()));
  }

  @Test
  void publishNeedsADraftInUseWithAnItem() {
    UUID template = draft();
    database
        .sql(
            "update template.protocol_template_items set is_active = false"
                + " where protocol_template_id = ?")
        .param(template)
        .update();
    assertIsRefused("publish", template, 1, "INVALID_INPUT");
    templates.addItem(template, 1, ItemDraft.check().withCode("B"));
    templates.deactivate(template);
    assertIsRefused("publish", template, 1, "IN_THE_WAY");
    becomes("restore", template, 1).matchesJson("{\"protocolTemplate\": {\"version\": 2}}");
    becomes("publish", template, 2).matchesJson("{\"protocolTemplate\": {\"version\": 3}}");
    assertIsRefused("publish", template, 3, "IN_THE_WAY");
  }

  @Test
  void publishLooksAtTheItemsAgain() {
    UUID template = draft();
    templates.addItem(
        template, 2, ItemDraft.of(ItemType.PHOTO_CAPTURE).withConfig("{\"min\": 3, \"max\": 2}"));
    List<String> before = templates.state(code);
    becomes("publish", template, 1)
        .matchesJson(
            """
            {"protocolTemplate": null, "errors": [{"path": ["input", "items", "1", "config", "maxPhotos"]}]}
            """);
    assertThat(templates.state(code)).isEqualTo(before);
  }

  @Test
  void withdrawGoesBackToDraft() {
    becomes("withdraw", published(), 1)
        .matchesJson(
            """
            {"protocolTemplate": {"status": "DRAFT", "version": 2, "publishedAt": null, "publishedBy": null}}
            """);
  }

  @Test
  void withdrawIsOnlyForTheLatestThatNoProtocolWasReleasedFrom() {
    UUID first = published();
    UUID second = published(draft -> draft.withVersion(2, first));
    assertIsRefused("withdraw", first, 1, "IN_THE_WAY");
    templates.freeze(second);
    assertIsRefused("withdraw", second, 1, "IN_THE_WAY");
    templates.deactivate(first);
    assertIsRefused("withdraw", first, 1, "IN_THE_WAY");
    UUID draft =
        templates.draft(
            ProtocolType.C3, third -> third.withCode(code).withVersion(3, second), List.of());
    assertIsRefused("withdraw", draft, 1, "IN_THE_WAY");
  }

  @Test
  void goesOutOfUseAndComesBack() {
    UUID template = published();
    becomes("deactivate", template, 1)
        .matchesJson("{\"protocolTemplate\": {\"isActive\": false, \"version\": 2}}");
    becomes("deactivate", template, 2)
        .matchesJson("{\"protocolTemplate\": {\"isActive\": false, \"version\": 2}}");
    becomes("restore", template, 2)
        .matchesJson("{\"protocolTemplate\": {\"isActive\": true, \"version\": 3}}");
    becomes("restore", template, 3)
        .matchesJson("{\"protocolTemplate\": {\"isActive\": true, \"version\": 3}}");
  }

  @Test
  void comesBackAsADraftOnlyWhereThereIsNoOther() {
    UUID template = draft();
    templates.deactivate(template);
    templates.draft(
        ProtocolType.C3, second -> second.withCode(code).withVersion(2, null), List.of());
    assertIsRefused("restore", template, 1, "IN_THE_WAY");
  }

  @Test
  void freezesOnceAndIsRecorded() {
    UUID template = published();
    Viewer viewer = new Viewer(user.id(), null, Set.of(), Viewer.system(Set.of()).client());
    service.freeze(viewer, List.of(template));
    List<String> frozen = templates.state(code);
    service.freeze(viewer, List.of(template));
    assertThat(templates.state(code)).isEqualTo(frozen);
    assertThat(
            database
                .sql("select event_type from audit.audit_logs where entity_id = ?")
                .param(template)
                .query((row, index) -> row.getString(1))
                .list())
        .containsExactly("protocol_template.frozen");
    assertThatThrownBy(() -> service.freeze(viewer, List.of(otherDraft())))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("protocol_templates_frozen_at_check");
  }

  private UUID otherDraft() {
    return templates.draft(ProtocolType.C3, List.of());
  }

  /** Whatever an author might do, or a script: the database refuses it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update template.protocol_templates set description = 'Another' where id = :id",
        "update template.protocol_templates set type = 'C4' where id = :id",
        "update template.protocol_templates set code = 'Another' where id = :id",
        "update template.protocol_templates set version = 9 where id = :id",
        "delete from template.protocol_templates where id = :id",
        "update template.protocol_template_items set description = 'Another' where protocol_template_id = :id",
        "update template.protocol_template_items set config = '{}' where protocol_template_id = :id",
        "update template.protocol_template_items set is_active = false where protocol_template_id = :id",
        "delete from template.protocol_template_items where protocol_template_id = :id",
        "insert into template.protocol_template_items (protocol_template_id, code, description, \"order\", item_type,"
            + " created_by, updated_by) select id, 'Z', 'Z', 9, 'DATE', created_by, created_by"
            + " from template.protocol_templates where id = :id"
      })
  void whatIsPublishedDoesNotChange(String statement) {
    UUID template = published();
    List<String> before = templates.state(code);
    assertThatThrownBy(() -> database.sql(statement).param("id", template).update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("published version");
    assertThat(templates.state(code)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update template.protocol_templates set status = 'DRAFT', published_at = null, published_by = null",
        "update template.protocol_templates set frozen_at = null",
        "update template.protocol_templates set published_at = now()"
      })
  void whatAProtocolWasReleasedFromStaysSo(String statement) {
    UUID template = published();
    templates.freeze(template);
    assertThatThrownBy(
            () -> database.sql(statement + " where id = :id").param("id", template).update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("published version");
  }

  @Test
  void itemsStayInTheirTemplate() {
    UUID template = draft();
    UUID other = otherDraft();
    assertThatThrownBy(
            () ->
                database
                    .sql(
                        "update template.protocol_template_items set protocol_template_id = ?"
                            + " where protocol_template_id = ?")
                    .params(other, template)
                    .update())
        .isInstanceOf(DataAccessException.class);
  }
}
