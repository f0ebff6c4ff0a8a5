package io.protoworks.webhook;

import static io.protoworks.plant.Plants.globalId;
import static io.protoworks.webhook.Receiver.hangUp;
import static io.protoworks.webhook.Receiver.redirect;
import static io.protoworks.webhook.Receiver.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Plants;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.webhook.Receiver.Received;
import io.protoworks.webhook.Webhooks.Made;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Events reach their receivers: signed, in order, each at least once, whatever receivers do. */
@ServerTest
@TestPropertySource(properties = "protoworks.background.poll=50ms")
class WebhookDeliveryTests {
  private static final ProtocolType C1 = ProtocolType.C1;

  @Autowired Api api;
  @Autowired Play play;
  @Autowired Webhooks webhooks;
  @Autowired WebhookCleaning cleaning;
  @Autowired People people;
  @Autowired Plants plants;
  @Autowired JdbcClient database;

  private Receiver receiver;
  private Cast cast;
  private UUID project;
  private People.SignedIn manager;
  private UUID template;

  @BeforeEach
  void look() throws IOException {
    receiver = Receiver.start();
    cast = play.cast();
    project = cast.site().projectId();
    manager = cast.person(CompanyType.GERENCIADORA, UserRole.MANAGER);
    template = play.template(C1);
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  private State drawnUp(String tagId) {
    return cast.create(template, C1, cast.equipment(tagId));
  }

  private Made endpoint(Map<String, Object> more) {
    return webhooks.create(manager.token(), project, receiver.url(), more);
  }

  private Made endpoint() {
    return endpoint(Map.of());
  }

  private static void assertSigned(Received message, String secret) throws Exception {
    new Webhook(secret).verify(message.body(), message.headers());
  }

  @Test
  void aReceiverCanTrustWhatComesAndReadsWhatItAskedFor() throws Exception {
    Made endpoint =
        endpoint(Map.of("selection", "{ type state protocol { number subsystem { code } } }"));
    State protocol = cast.release(drawnUp("P-101"));
    List<Received> messages = receiver.next(2);
    for (Received message : messages) {
      assertSigned(message, endpoint.secret());
      assertThat(Ed25519Receiver.accepts(endpoint.publicKey(), message)).isTrue();
      assertThat(Ed25519Receiver.accepts(endpoint.publicKey(), message, message.body() + " "))
          .isFalse();
      assertThat(message.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
      assertThat(message.path()).isEqualTo("/hook");
    }
    assertThat(messages)
        .extracting(Received::type)
        .containsExactly("protocol.created", "protocol.released");
    JsonNode body = messages.getLast().json();
    assertThat(body.propertyNames()).containsExactly("type", "timestamp", "data");
    assertThat(body.at("/data/protocol/subsystem/code").asString()).isEqualTo("SS1");
    assertThat(body.at("/data/state").asString()).isEqualTo("RELEASED");
    assertThat(protocol.status()).isEqualTo("RELEASED");
    List<JsonNode> log = webhooks.awaitSettled(endpoint, 2);
    assertThat(log.getLast().path("messageId").asString()).isEqualTo(messages.getLast().id());
    assertThat(log.getLast().path("payload").asString()).isEqualTo(messages.getLast().body());
    assertThat(log.getLast().at("/attemptLog/0/statusCode").asInt()).isEqualTo(204);
  }

  @Test
  void onlyWhatIsWantedIsSentAndWhatIsNotHoldsNothingUp() {
    Made endpoint = endpoint(Map.of("eventTypes", List.of("protocol.released")));
    drawnUp("P-101");
    cast.release(drawnUp("P-102"));
    assertThat(receiver.next().type()).isEqualTo("protocol.released");
    drawnUp("P-103");
    String end = eventCursor(manager.token());
    webhooks.awaitEndpoint(endpoint, state -> state.path("cursor").asString().equals(end));
    assertThat(receiver.rest()).isEmpty();
  }

  private String eventCursor(String token) {
    return api.ask(
            token,
            "query($id: ID!) { node(id: $id) { ... on Project { eventCursor } } }",
            Map.of("id", globalId("project", project)))
        .at("/data/node/eventCursor")
        .asString();
  }

  /** The second event waits until the first is taken, however the first goes wrong. */
  @Test
  void whatFailsIsTriedAgainAndTheNextOnesWait() {
    receiver.then(status(500, "no\u0000thing"), hangUp(), redirect("http://169.254.169.254/"));
    Made endpoint = endpoint();
    State first = drawnUp("P-101");
    cast.release(first);
    List<Received> messages = receiver.next(5);
    assertThat(messages)
        .extracting(Received::type)
        .containsExactly(
            "protocol.created",
            "protocol.created",
            "protocol.created",
            "protocol.created",
            "protocol.released");
    assertThat(messages.subList(0, 4))
        .extracting(Received::id)
        .containsOnly(messages.getFirst().id());
    assertThat(messages.subList(0, 4))
        .extracting(Received::body)
        .containsOnly(messages.getFirst().body());
    JsonNode delivery = webhooks.awaitSettled(endpoint, 2).getFirst();
    assertThat(delivery.path("status").asString()).isEqualTo("DELIVERED");
    assertThat(delivery.path("attempts").asInt()).isEqualTo(4);
    List<String> errors = delivery.path("attemptLog").findValuesAsString("error");
    assertThat(errors.get(0)).contains("500");
    assertThat(errors.get(2)).contains("redirect");
    assertThat(delivery.at("/attemptLog/0/answer").asString()).isEqualTo("no\ufffdthing");
  }

  @Test
  void whatIsGivenUpDisablesAndEnablingResumesWithoutAGap() {
    receiver.then(status(500), status(500), status(500), status(503, "closed"));
    Made endpoint = endpoint();
    State protocol = drawnUp("P-101");
    receiver.next(4);
    JsonNode disabled = webhooks.awaitDisabled(endpoint);
    assertThat(disabled.path("disabledReason").asString()).contains("protocol.created", "503");
    cast.release(protocol);
    JsonNode failed = webhooks.deliveries(endpoint, WebhookDeliveryStatus.FAILED).getFirst();
    assertThat(receiver.rest()).isEmpty();

    webhooks.does(
        manager.token(), "enableWebhookEndpoint", Webhooks.ENDPOINT, webhooks.named(endpoint));
    List<Received> messages = receiver.next(2);
    assertThat(messages)
        .extracting(Received::type)
        .containsExactly("protocol.created", "protocol.released");
    assertThat(messages.getFirst().id()).isEqualTo(failed.path("messageId").asString());
    assertThat(webhooks.awaitSettled(endpoint, 2))
        .extracting(delivery -> delivery.path("status").asString())
        .containsOnly("DELIVERED");
  }

  @Test
  void enabledFromNowItLeavesOutWhatWasMissed() {
    receiver.then(status(500), status(500), status(500), status(500));
    Made endpoint = endpoint();
    State protocol = drawnUp("P-101");
    receiver.next(4);
    webhooks.awaitDisabled(endpoint);
    webhooks.does(
        manager.token(),
        "enableWebhookEndpoint",
        Webhooks.ENDPOINT,
        webhooks.named(endpoint, Map.of("fromNow", true)));
    cast.release(protocol);
    assertThat(receiver.next().type()).isEqualTo("protocol.released");
  }

  @Test
  void whoeverWantsNoMoreSaysGone() {
    receiver.then(status(410));
    Made endpoint = endpoint();
    drawnUp("P-101");
    assertThat(webhooks.awaitDisabled(endpoint).path("disabledReason").asString()).contains("410");
    assertThat(receiver.next(1)).hasSize(1);
    assertThat(receiver.rest()).isEmpty();
    JsonNode delivery = webhooks.deliveries(endpoint, null).getFirst();
    assertThat(delivery.path("status").asString()).isEqualTo("FAILED");
    assertThat(delivery.path("attempts").asInt()).isEqualTo(1);
    assertThat(trail(endpoint)).contains("webhook_endpoint.disabled");
  }

  private String trail(Made endpoint) {
    return database
        .sql(
            "select coalesce(string_agg(to_jsonb(entry)::text, ' '), '')"
                + " from audit.audit_logs entry where entity_id = ?")
        .param(idOf(endpoint))
        .query(String.class)
        .single();
  }

  private static UUID idOf(Made endpoint) {
    return TypeId.parse(endpoint.id()).uuid();
  }

  /** After a rotation both sign for a while; neither is in the audit, nor in the table in clear. */
  @Test
  void afterARotationTheOneBeforeSignsToo() throws Exception {
    Made endpoint = endpoint();
    JsonNode rotated =
        webhooks.does(
            manager.token(),
            "rotateWebhookSecret",
            "secret " + Webhooks.ENDPOINT,
            Map.of("id", endpoint.id(), "kind", "HMAC"));
    JsonNode again =
        webhooks.does(
            manager.token(),
            "rotateWebhookSecret",
            "secret " + Webhooks.ENDPOINT,
            Map.of("id", endpoint.id(), "kind", "ED25519"));
    assertThat(again.path("secret").isNull()).isTrue();
    List<String> keys =
        again.at("/endpoint/signingKeys").findValuesAsString("publicKey").stream()
            .filter(key -> !key.isEmpty() && !key.equals("null"))
            .toList();
    drawnUp("P-101");
    Received message = receiver.next();
    assertThat(message.signatures("v1")).hasSize(2);
    assertThat(message.signatures("v1a")).hasSize(2);
    String secret = rotated.path("secret").asString();
    assertThat(secret).startsWith("whsec_").isNotEqualTo(endpoint.secret());
    assertSigned(message, secret);
    assertSigned(message, endpoint.secret());
    assertThat(keys).hasSize(2).contains(endpoint.publicKey());
    for (String key : keys) {
      assertThat(Ed25519Receiver.accepts(key, message)).isTrue();
    }
    assertThat(trail(endpoint)).contains("webhook_endpoint.secret_rotated").doesNotContain("whsec");
    database
        .sql(
            "update webhook.webhook_secrets set expires_at = now()"
                + " where endpoint_id = ? and expires_at is not null")
        .param(idOf(endpoint))
        .update();
    drawnUp("P-102");
    Received later = receiver.next();
    assertThat(later.signatures("v1")).hasSize(1);
    assertSigned(later, secret);
  }

  /** The events that the owner does not see are left out, and so is what they see of the others. */
  @Test
  void nothingIsSentThatTheOwnerDoesNotSee() {
    Made endpoint = endpoint();
    drawnUp("P-101");
    receiver.next();
    database
        .sql("update identity.users set status = 'SUSPENDED' where id = ?")
        .param(manager.id())
        .update();
    drawnUp("P-102");
    String admin = cast.person(CompanyType.CLIENTE, UserRole.ADMIN).token();
    Made asAdmin = new Made(admin, endpoint.id(), endpoint.secret(), endpoint.publicKey());
    assertThat(webhooks.awaitDisabled(asAdmin).path("disabledReason").asString())
        .contains("can't sign in");
    assertThat(receiver.rest()).isEmpty();
    JsonNode before = webhooks.deliveries(asAdmin, null).getFirst();
    assertThat(before.path("payload").isNull()).as("read for somebody else").isTrue();
    webhooks.does(admin, "enableWebhookEndpoint", Webhooks.ENDPOINT, webhooks.named(asAdmin));
    assertThat(receiver.next().type()).isEqualTo("protocol.created");
  }

  /** What an API key made reads within its scopes, and ends with it. */
  @Test
  void anEndpointOfAnApiKeyEndsWithIt() {
    String key = plants.apiKey(manager, WebhookPermission.WEBHOOKS_MANAGE);
    Made endpoint = webhooks.create(key, project, receiver.url());
    drawnUp("P-101");
    receiver.next();
    database
        .sql("update identity.api_keys set revoked_at = now() where user_id = ?")
        .param(manager.id())
        .update();
    drawnUp("P-102");
    Made seen = new Made(manager.token(), endpoint.id(), "", "");
    assertThat(webhooks.awaitDisabled(seen).path("disabledReason").asString()).contains("API key");
    assertThat(receiver.rest()).isEmpty();
  }

  /** What the owner does not see while it happens passes them by, and holds nothing up. */
  @Test
  void anOwnerWhoLosesTheProjectIsSentNoMoreOfIt() {
    Made endpoint = endpoint();
    String admin = cast.person(CompanyType.CLIENTE, UserRole.ADMIN).token();
    UUID elsewhere = cast.site().company(CompanyType.GERENCIADORA);
    database
        .sql("update identity.users set company_id = ? where id = ?")
        .params(people.stranger().companyId(), manager.id())
        .update();
    drawnUp("P-101");
    String end = eventCursor(admin);
    Made seen = new Made(admin, endpoint.id(), "", "");
    webhooks.awaitEndpoint(seen, state -> state.path("cursor").asString().equals(end));
    database
        .sql("update identity.users set company_id = ? where id = ?")
        .params(elsewhere, manager.id())
        .update();
    cast.release(drawnUp("P-102"));
    assertThat(receiver.next(2))
        .extracting(Received::type)
        .containsExactly("protocol.created", "protocol.released");
    assertThat(receiver.rest()).isEmpty();
    assertThat(webhooks.awaitSettled(endpoint, 2)).hasSize(2);
  }

  @Test
  void whatWasSettledLongAgoIsForgotten() {
    Made endpoint = endpoint();
    drawnUp("P-101");
    receiver.next();
    webhooks.awaitSettled(endpoint, 1);
    cleaning.clean();
    assertThat(webhooks.deliveries(endpoint, WebhookDeliveryStatus.DELIVERED)).hasSize(1);
    database
        .sql(
            "update webhook.webhook_deliveries set settled_at = now() - interval '91 days'"
                + " where endpoint_id = ?")
        .param(idOf(endpoint))
        .update();
    cleaning.clean();
    assertThat(webhooks.deliveries(endpoint, null)).isEmpty();
  }

  /** The bodies can't be signed, so nothing is sent, and the log says what to do. */
  @Test
  void aSecretThatDoesNotOpenIsSaid() {
    Made endpoint = endpoint();
    database
        .sql(
            "update webhook.webhook_secrets set encrypted = decode(repeat('00', 60), 'hex')"
                + " where endpoint_id = ?")
        .param(idOf(endpoint))
        .update();
    drawnUp("P-101");
    assertThat(webhooks.awaitDisabled(endpoint).path("disabledReason").asString())
        .contains("secret-key");
    assertThat(receiver.rest()).isEmpty();
  }

  @Test
  void aTestIsSentOnceAndAReplayIsADeliveryOfItsOwn() throws Exception {
    receiver.then(status(500, "not yet"));
    Made endpoint = endpoint();
    JsonNode ping =
        webhooks
            .does(
                manager.token(),
                "pingWebhookEndpoint",
                "delivery { id messageId eventType status }",
                Map.of("id", endpoint.id()))
            .path("delivery");
    Received message = receiver.next();
    assertSigned(message, endpoint.secret());
    assertThat(message.type()).isEqualTo("webhook.ping");
    assertThat(message.id()).isEqualTo(ping.path("messageId").asString());
    assertThat(message.json().at("/data/endpointId").asString()).isEqualTo(endpoint.id());
    JsonNode tested = webhooks.awaitSettled(endpoint, 1).getFirst();
    assertThat(tested.path("status").asString()).isEqualTo("FAILED");
    assertThat(tested.at("/attemptLog/0/answer").asString()).isEqualTo("not yet");
    assertThat(webhooks.look(endpoint).path("isActive").asBoolean()).isTrue();

    drawnUp("P-101");
    Received first = receiver.next();
    JsonNode original = webhooks.awaitSettled(endpoint, 2).getLast();
    receiver.then(status(500));
    JsonNode replay =
        webhooks
            .does(
                manager.token(),
                "replayWebhookDelivery",
                "delivery { id messageId replayOf { id } }",
                Map.of("id", original.path("id").asString()))
            .path("delivery");
    List<Received> repeated = receiver.next(2);
    assertThat(repeated).extracting(Received::body).containsOnly(first.body());
    assertThat(repeated).extracting(Received::id).containsOnly(replay.path("messageId").asString());
    assertThat(replay.path("messageId").asString()).isNotEqualTo(first.id());
    assertThat(replay.at("/replayOf/id")).isEqualTo(original.path("id"));
    assertThat(webhooks.awaitSettled(endpoint, 3).getLast().path("status").asString())
        .isEqualTo("DELIVERED");
  }

  @Test
  void whatIsToldTooLargeOrNoLongerFitsIsSaidInTheLog() {
    Made endpoint = endpoint();
    database
        .sql("update webhook.webhook_endpoints set selection = '{ gone }' where id = ?")
        .param(idOf(endpoint))
        .update();
    drawnUp("P-101");
    assertThat(webhooks.awaitDisabled(endpoint).path("disabledReason").asString())
        .contains("could not be read", "gone");
    assertThat(receiver.rest()).isEmpty();
    webhooks.does(
        manager.token(),
        "changeWebhookEndpoint",
        Webhooks.ENDPOINT,
        webhooks.named(endpoint, Map.of("url", receiver.url("/new").toString())));
    webhooks.does(
        manager.token(), "enableWebhookEndpoint", Webhooks.ENDPOINT, webhooks.named(endpoint));
    Received message = receiver.next();
    assertThat(message.path()).isEqualTo("/new");
    assertThat(URI.create(webhooks.look(endpoint).path("url").asString()).getPath())
        .isEqualTo("/new");
  }
}
