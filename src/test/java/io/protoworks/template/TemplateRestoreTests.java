package io.protoworks.template;

import static io.protoworks.template.Templates.globalId;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Mutations;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is found of a template that goes out of use and comes back, and what the audit says. */
@ServerTest
class TemplateRestoreTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Templates templates;
  @Autowired JdbcClient database;

  private GraphQlTester engineer;
  private String code;
  private UUID first;
  private UUID second;

  @BeforeEach
  void publish() {
    engineer = api.as(people.user(draft -> draft.withRole(UserRole.ENGINEERING)).token());
    code = "T-" + UUID.randomUUID();
    first = templates.published(ProtocolType.C3, draft -> draft.withCode(code), List.of());
    second =
        templates.published(
            ProtocolType.C3, draft -> draft.withCode(code).withVersion(2, first), List.of());
  }

  private GraphQlTester.Request<?> asking(String verb, UUID template, int version) {
    return Mutations.ask(
        engineer,
        verb + "ProtocolTemplate",
        "protocolTemplate { id isActive version }",
        Map.of("id", globalId(template), "expectedVersion", version));
  }

  private void does(String verb, UUID template, int version) {
    asking(verb, template, version)
        .execute()
        .path(verb + "ProtocolTemplate")
        .matchesJson(
            """
            {"protocolTemplate": {"id": "%s", "isActive": %s, "version": %d}, "errors": []}
            """
                .formatted(globalId(template), verb.equals("restore"), version + 1));
  }

  /** The latest that new protocols are made of. */
  private String latest() {
    return engineer
        .document("query($code: String!) { protocolTemplate(code: $code) { id } }")
        .variable("code", code)
        .execute()
        .path("protocolTemplate.id")
        .entity(String.class)
        .get();
  }

  private List<String> trail(UUID template) {
    return database
        .sql(
            """
            select concat_ws(' ', event_type, action, previous_data ->> 'isActive', new_data ->> 'isActive')
              from audit.audit_logs
             where entity_type = 'ProtocolTemplate' and entity_id = ?
             order by sequence
            """)
        .param(template)
        .query((row, number) -> row.getString(1))
        .list();
  }

  @Test
  void theVersionBeforeIsTheLatestUntilItIsBack() {
    assertThat(latest()).isEqualTo(globalId(second));
    does("deactivate", second, 1);
    assertThat(latest()).isEqualTo(globalId(first));
    does("restore", second, 2);
    assertThat(latest()).isEqualTo(globalId(second));
    assertThat(trail(second))
        .containsExactly(
            "protocol_template.deactivated DELETE true false",
            "protocol_template.restored UPDATE false true");
    assertThat(trail(first)).isEmpty();
  }

  /** What protocols were released from goes out of use like any other, and stays frozen. */
  @Test
  void whatProtocolsWereReleasedFromComesBackAsItWas() {
    templates.freeze(second);
    List<String> before = withoutVersions();
    does("deactivate", second, 1);
    does("restore", second, 2);
    assertThat(withoutVersions()).isEqualTo(before);
  }

  private List<String> withoutVersions() {
    return templates.state(code).stream()
        .map(row -> row.replaceAll("\"(row_version|updated_at|updated_by)\": [^,}]*", ""))
        .toList();
  }

  /** Nothing that is repeated, or refused, is told. */
  @Test
  void theAuditTellsOnlyWhatWasDone() {
    asking("restore", second, 1)
        .execute()
        .path("restoreProtocolTemplate.errors")
        .entityList(Object.class)
        .hasSize(0);
    assertRefused(asking("deactivate", second, 7), "deactivateProtocolTemplate", "STALE_VERSION");
    assertRefused(
        asking("restore", UUID.randomUUID(), 1), "restoreProtocolTemplate", "UNKNOWN_REFERENCE");
    assertThat(trail(second)).isEmpty();
  }

  /** One draft of a code at a time: the other comes back once this one is published. */
  @Test
  void aDraftComesBackOnceThereIsNoOther() {
    UUID third =
        templates.draft(
            ProtocolType.C3, draft -> draft.withCode(code).withVersion(3, second), List.of());
    does("deactivate", third, 1);
    UUID fourth =
        templates.draft(
            ProtocolType.C3, draft -> draft.withCode(code).withVersion(4, second), List.of());
    assertRefused(asking("restore", third, 2), "restoreProtocolTemplate", "IN_THE_WAY");
    assertThat(trail(third)).containsExactly("protocol_template.deactivated DELETE true false");
    templates.publish(fourth);
    does("restore", third, 2);
  }
}
