package io.protoworks.webhook;

import static io.protoworks.plant.Plants.globalId;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static io.protoworks.webhook.Webhooks.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.PlantPermission;
import io.protoworks.plant.Plants;
import io.protoworks.platform.TypeId;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.webhook.Webhooks.Made;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** How endpoints are kept, and by whom. */
@ServerTest
@TestPropertySource(properties = "protoworks.background.poll=50ms")
class WebhookEndpointTests {
  private static final String URL = "https://hooks.example/in";

  @Autowired Api api;
  @Autowired People people;
  @Autowired Plants plants;
  @Autowired Webhooks webhooks;
  @Autowired JdbcClient database;

  private People.SignedIn manager;
  private UUID project;

  @BeforeEach
  void makeProject() {
    manager = people.user(draft -> draft.withRole(UserRole.MANAGER));
    project = plants.projectOf(manager.companyId());
  }

  private Made made() {
    return webhooks.create(manager.token(), project, URL);
  }

  private Map<String, Object> input(Map<String, Object> more) {
    return Webhooks.input(project, URL, more);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString();
  }

  @Test
  void aNewOneBeginsWithWhatHappensNext() {
    Made made = made();
    JsonNode state = webhooks.look(made);
    assertThat(made.secret()).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(made.publicKey()).matches("whpk_[A-Za-z0-9+/]{43}=");
    assertThat(text(state, "url")).isEqualTo(URL);
    assertThat(state.path("eventTypes").isNull()).isTrue();
    assertThat(text(state, "selection")).contains("cursor", "state");
    assertThat(state.path("isActive").asBoolean()).isTrue();
    assertThat(state.path("version").asInt()).isEqualTo(1);
    assertThat(text(state, "cursor"))
        .isEqualTo(
            api.ask(
                    manager.token(),
                    "query($id: ID!) { node(id: $id) { ... on Project { eventCursor } } }",
                    Map.of("id", globalId("project", project)))
                .at("/data/node/eventCursor")
                .asString());
  }

  /**
   * Neither the secret itself nor anything that it can be made of is anywhere but in the payload.
   */
  @Test
  void theSecretIsKeptOnlyEncrypted() {
    Made made = made();
    String kept =
        database
            .sql(
                "select string_agg(encode(encrypted, 'escape'), ' ') from webhook.webhook_secrets"
                    + " where endpoint_id = ?")
            .param(TypeId.parse(made.id()).uuid())
            .query(String.class)
            .single();
    String audited =
        database
            .sql(
                "select string_agg(to_jsonb(entry)::text, ' ') from audit.audit_logs entry where entity_id = ?")
            .param(TypeId.parse(made.id()).uuid())
            .query(String.class)
            .single();
    assertThat(audited).contains("webhook_endpoint.created", URL);
    String secret = made.secret().substring("whsec_".length());
    assertThat(kept + audited).doesNotContain(secret).doesNotContain("whsec_");
  }

  @Test
  void isChangedAsAWhole() {
    Made made = made();
    JsonNode changed =
        webhooks
            .does(
                manager.token(),
                "changeWebhookEndpoint",
                Webhooks.ENDPOINT,
                webhooks.named(
                    made,
                    Map.of(
                        "url", "https://other.example/",
                        "eventTypes", List.of("protocol.submitted", "gate.opened", "gate.opened"),
                        "selection", "{ type }")))
            .path("endpoint");
    assertThat(text(changed, "url")).isEqualTo("https://other.example/");
    assertThat(changed.path("eventTypes").valueStream().map(JsonNode::asString))
        .containsExactly("gate.opened", "protocol.submitted");
    assertThat(text(changed, "selection")).isEqualTo("{ type }");
    assertThat(changed.path("version").asInt()).isEqualTo(2);
    Map<String, Object> stale = Map.of("id", made.id(), "expectedVersion", 1, "url", URL);
    assertRefused(
        ask(api.as(manager.token()), "changeWebhookEndpoint", Webhooks.ENDPOINT, stale),
        "changeWebhookEndpoint",
        "STALE_VERSION");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ nope } | 'nope' in type 'Event' | 1 | 3",
        "{ entity { ... on Protocol {\\n wrong } } } | 'wrong' in type 'Protocol' | 2 | 2",
        "{ type | Invalid syntax | 2 | 2",
        "type | braces | |",
        "`` | braces | |",
        "{ type } viewer { id } | braces | |",
        "{ type } } query Other { viewer { id } | braces | |",
        "{ ...F } } fragment F on Event { type | braces | |",
        "{ type } other: event(cursor: $cursor) { type } | braces | |",
        "{ project { areas { project { areas { project { areas { project { areas { code } } } } } } } } } | levels | |"
      })
  void aSelectionThatDoesNotFitIsRefusedWhereItIsWrong(
      String selection, String message, Integer line, Integer column) {
    JsonNode error =
        api.ask(
                manager.token(),
                """
                mutation($input: CreateWebhookEndpointInput!) {
                  createWebhookEndpoint(input: $input) {
                    endpoint { id }
                    errors { code path message ... on SelectionInvalid { line column } }
                  }
                }
                """,
                Map.of("input", input(Map.of("selection", selection.replace("\\n", "\n")))))
            .at("/data/createWebhookEndpoint/errors/0");
    assertThat(text(error, "code")).isEqualTo("SELECTION_INVALID");
    assertThat(text(error, "message")).contains(message);
    assertThat(error.path("path").toString()).isEqualTo("[\"input\",\"selection\"]");
    if (line != null) {
      assertThat(error.path("line").asInt()).isEqualTo(line);
      assertThat(error.path("column").asInt()).isEqualTo(column);
    }
    assertThat(count()).isZero();
  }

  @Test
  void aSelectionIsBounded() {
    String fields = "a: type ".repeat(250).replaceAll("a:", "a:");
    for (String selection : List.of("{ " + fields + "}", "{ type " + " ".repeat(4_000) + "}")) {
      assertRefused(
          ask(
              api.as(manager.token()),
              "createWebhookEndpoint",
              "endpoint { id }",
              input(Map.of("selection", selection))),
          "createWebhookEndpoint",
          "SELECTION_INVALID");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://hooks.example/",
        "/relative",
        "https:///path",
        "https://user:password@hooks.example/",
        "https://hooks.example/#part"
      })
  void anAddressThatIsNoneIsRefused(String url) {
    assertRefused(
        ask(
            api.as(manager.token()),
            "createWebhookEndpoint",
            "endpoint { id }",
            Webhooks.input(project, url, Map.of())),
        "createWebhookEndpoint",
        "INVALID_INPUT");
    assertThat(count()).isZero();
  }

  @Test
  void typesOfEventsHaveTheirForm() {
    for (List<String> types :
        List.of(List.<String>of(), List.of("Protocol"), List.of("a.b", "a b"))) {
      assertRefused(
          ask(
              api.as(manager.token()),
              "createWebhookEndpoint",
              "endpoint { id }",
              input(Map.of("eventTypes", types))),
          "createWebhookEndpoint",
          "INVALID_INPUT");
    }
  }

  @Test
  void isDisabledAndEnabledAgain() {
    Made made = made();
    JsonNode disabled =
        webhooks
            .does(
                manager.token(),
                "disableWebhookEndpoint",
                Webhooks.ENDPOINT,
                webhooks.named(made, Map.of("reason", "The receiver moves.")))
            .path("endpoint");
    assertThat(text(disabled, "disabledReason")).isEqualTo("The receiver moves.");
    JsonNode again =
        webhooks
            .does(
                manager.token(), "disableWebhookEndpoint", Webhooks.ENDPOINT, webhooks.named(made))
            .path("endpoint");
    assertThat(again.path("version").asInt()).isEqualTo(2);
    JsonNode enabled =
        webhooks
            .does(manager.token(), "enableWebhookEndpoint", Webhooks.ENDPOINT, webhooks.named(made))
            .path("endpoint");
    assertThat(enabled.path("isActive").asBoolean()).isTrue();
    assertThat(enabled.path("disabledReason").isNull()).isTrue();
    assertThat(enabled.path("version").asInt()).isEqualTo(3);
  }

  @Test
  void whoeverEnablesItAfterTooLongIsTold() {
    Made made = made();
    webhooks.does(
        manager.token(), "disableWebhookEndpoint", Webhooks.ENDPOINT, webhooks.named(made));
    database
        .sql("insert into platform.event_horizons (project_id, sequence) values (?, 1000000)")
        .param(project)
        .update();
    assertRefused(
        ask(
            api.as(manager.token()),
            "enableWebhookEndpoint",
            Webhooks.ENDPOINT,
            webhooks.named(made)),
        "enableWebhookEndpoint",
        "EVENTS_MISSED");
    webhooks.does(
        manager.token(),
        "enableWebhookEndpoint",
        Webhooks.ENDPOINT,
        webhooks.named(made, Map.of("fromNow", true)));
  }

  @Test
  void isRotatedOnlySoOften() {
    Made made = made();
    Map<String, Object> rotation = Map.of("id", made.id(), "kind", "HMAC");
    for (int count = 0; count < 3; count++) {
      webhooks.does(manager.token(), "rotateWebhookSecret", "secret", rotation);
    }
    assertRefused(
        ask(api.as(manager.token()), "rotateWebhookSecret", "secret", rotation),
        "rotateWebhookSecret",
        "INVALID_INPUT");
  }

  private Map<String, Map<String, Object>> mutations(Made made, String delivery) {
    Map<String, Map<String, Object>> inputs = new HashMap<>();
    inputs.put("createWebhookEndpoint", input(Map.of()));
    inputs.put("changeWebhookEndpoint", webhooks.named(made, Map.of("url", URL)));
    inputs.put("disableWebhookEndpoint", webhooks.named(made));
    inputs.put("enableWebhookEndpoint", webhooks.named(made));
    inputs.put("rotateWebhookSecret", Map.of("id", made.id(), "kind", "HMAC"));
    inputs.put("pingWebhookEndpoint", Map.of("id", made.id()));
    inputs.put("replayWebhookDelivery", Map.of("id", delivery));
    return inputs;
  }

  /** Whoever may not manage them does not see them, and learns nothing of them. */
  @Test
  void isRefusedToWhoeverMayNot() {
    Made made = made();
    webhooks.does(
        manager.token(), "disableWebhookEndpoint", Webhooks.ENDPOINT, webhooks.named(made));
    String delivery =
        webhooks
            .does(
                manager.token(), "pingWebhookEndpoint", "delivery { id }", Map.of("id", made.id()))
            .at("/delivery/id")
            .asString();
    webhooks.awaitSettled(made, 1);
    People.SignedIn technician =
        people.user(draft -> draft.withRole(UserRole.TECHNICIAN).withCompany(manager.companyId()));
    GraphQlTester stranger = api.as(people.stranger().token());
    GraphQlTester key = api.as(plants.apiKey(manager, PlantPermission.PROJECTS_WRITE));
    String before = state();
    mutations(made, delivery)
        .forEach(
            (mutation, input) -> {
              assertFails(
                  ask(api.anonymous(), mutation, "errors { code }", input), "UNAUTHENTICATED");
              assertRefused(
                  ask(stranger, mutation, "errors { code }", input), mutation, "UNKNOWN_REFERENCE");
              for (GraphQlTester without : List.of(api.as(technician.token()), key)) {
                if (mutation.startsWith("create")) {
                  assertFails(ask(without, mutation, "errors { code }", input), "FORBIDDEN");
                } else {
                  assertRefused(
                      ask(without, mutation, "errors { code }", input),
                      mutation,
                      "UNKNOWN_REFERENCE");
                }
              }
            });
    assertThat(state()).isEqualTo(before);
    Made seen = new Made(technician.token(), made.id(), "", "");
    assertThat(webhooks.look(seen).isNull()).isTrue();
    assertThat(names(technician.token())).isEmpty();
    assertThat(names(manager.token())).containsExactly(made.id());
  }

  private List<String> names(String token) {
    return api.ask(
            token,
            "query($id: ID!) { node(id: $id) { ... on Project { webhookEndpoints { nodes { id } } } } }",
            Map.of("id", globalId("project", project)))
        .at("/data/node/webhookEndpoints/nodes")
        .findValuesAsString("id");
  }

  private int count() {
    return database
        .sql("select count(*) from webhook.webhook_endpoints where project_id = ?")
        .param(project)
        .query(Integer.class)
        .single();
  }

  private String state() {
    return database
        .sql(
            """
            select coalesce(string_agg(to_jsonb(endpoint)::text, ',' order by endpoint.id), '')
                   || (select count(*) from webhook.webhook_deliveries where project_id = :project)
                   || (select count(*)
                         from webhook.webhook_secrets secret
                         join webhook.webhook_endpoints other on other.id = secret.endpoint_id
                        where other.project_id = :project)
              from webhook.webhook_endpoints endpoint
             where endpoint.project_id = :project
            """)
        .param("project", project)
        .query(String.class)
        .single();
  }
}
