package io.protoworks.identity;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Socket;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

@ServerTest
@Import(SocketTests.Ticking.class)
@TestPropertySource(properties = "protoworks.session.watch-interval=100ms")
class SocketTests {
  private static final String QUERY = "{ viewer { email } }";
  private static final String SUBSCRIPTION = "subscription { ticks }";
  private static final int UNAUTHORIZED = 4401;

  @Autowired Api api;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired JdbcClient database;

  /** A subscription that never ends by itself. */
  @org.springframework.boot.test.context.TestConfiguration(proxyBeanMethods = false)
  static class Ticking {
    @Bean
    GraphQlSourceBuilderCustomizer ticksInTheSchema() {
      return builder ->
          builder.configureTypeDefinitions(
              registry -> {
                if (registry.getTypeOrNull("Subscription") == null) {
                  registry.add(
                      ObjectTypeDefinition.newObjectTypeDefinition().name("Subscription").build());
                }
                registry.merge(new SchemaParser().parse("extend type Subscription { ticks: Int }"));
              });
    }

    @Bean
    RuntimeWiringConfigurer ticks() {
      return wiring ->
          wiring.type(
              "Subscription",
              type ->
                  type.dataFetcher("ticks", environment -> Flux.interval(Duration.ofMillis(50))));
    }
  }

  private void end(String sessionToken, String assignment) {
    database
        .sql("update identity.sessions set " + assignment + " where id = ?")
        .params(accounts.sessionOf(sessionToken))
        .update();
  }

  private static void assertMessage(JsonNode message, String type, String id) {
    assertThat(message.path("type").asString()).isEqualTo(type);
    assertThat(message.path("id").asString()).isEqualTo(id);
  }

  private static void assertEnded(Socket socket) {
    JsonNode message = socket.next();
    while (message.path("type").asString().equals("next")) {
      message = socket.next();
    }
    assertMessage(message, "error", "1");
    assertThat(message.at("/payload/0/extensions/code").asString()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void answersAQuery() {
    People.SignedIn user = people.user(draft -> draft);
    try (Socket socket = Socket.openAs(api, user.token())) {
      socket.subscribe("1", QUERY);
      JsonNode next = socket.next();
      assertMessage(next, "next", "1");
      assertThat(next.at("/payload/data/viewer/email").asString()).isEqualTo(user.email());
      assertMessage(socket.next(), "complete", "1");
    }
  }

  @Test
  void takesTheTokenOfTheHandshakeToo() {
    People.SignedIn user = people.user(draft -> draft);
    try (Socket socket = Socket.openWithHeader(api, user.token())) {
      socket.initialise(Map.of());
      assertThat(socket.next().path("type").asString()).isEqualTo("connection_ack");
      socket.subscribe("1", QUERY);
      assertThat(socket.next().at("/payload/data/viewer/email").asString()).isEqualTo(user.email());
    }
  }

  @Test
  void closesOnABadToken() {
    String revoked = people.user(draft -> draft).token();
    end(revoked, "revoked_at = now()");
    for (String token : List.of("nonsense", "pw_nonsense", revoked, "")) {
      try (Socket socket = Socket.open(api)) {
        socket.initialise(Map.of("Authorization", "Bearer " + token));
        assertThat(socket.next().path("code").asInt()).isEqualTo(UNAUTHORIZED);
      }
    }
  }

  @Test
  void closesOnAnOperationBeforeItsInitialisation() {
    try (Socket socket = Socket.open(api)) {
      socket.subscribe("1", QUERY);
      assertThat(socket.next().path("code").asInt()).isEqualTo(UNAUTHORIZED);
    }
  }

  @Test
  void withoutATokenKnowsNobody() {
    try (Socket socket = Socket.open(api)) {
      socket.initialise(Map.of());
      assertThat(socket.next().path("type").asString()).isEqualTo("connection_ack");
      socket.subscribe("1", QUERY);
      assertThat(socket.next().at("/payload/errors/0/extensions/code").asString())
          .isEqualTo("UNAUTHENTICATED");
    }
  }

  @Test
  void asksAnewWithEveryOperation() {
    String token = people.user(draft -> draft).token();
    try (Socket socket = Socket.openAs(api, token)) {
      end(token, "revoked_at = now()");
      socket.subscribe("1", QUERY);
      assertThat(socket.next().at("/payload/errors/0/extensions/code").asString())
          .isEqualTo("UNAUTHENTICATED");
    }
  }

  @Test
  void aRevokedSessionEndsItsSubscriptions() {
    String token = people.user(draft -> draft).token();
    try (Socket socket = Socket.openAs(api, token)) {
      socket.subscribe("1", SUBSCRIPTION);
      assertMessage(socket.next(), "next", "1");
      end(token, "revoked_at = now()");
      assertEnded(socket);
    }
  }

  @Test
  void anExpiredSessionEndsItsSubscriptions() {
    String token = people.user(draft -> draft).token();
    try (Socket socket = Socket.openAs(api, token)) {
      socket.subscribe("1", SUBSCRIPTION);
      assertMessage(socket.next(), "next", "1");
      end(token, "created_at = now() - interval '1 day', expires_at = now()");
      assertEnded(socket);
    }
  }

  @Test
  void aRevokedApiKeyEndsItsSubscriptions() {
    UUID userId = people.user(draft -> draft).id();
    String key = ApiKeys.random();
    database
        .sql(
            "insert into identity.api_keys (user_id, name, hashed_key, key_hint, scopes)"
                + " values (?, 'Historian', ?, ?, '{}')")
        .params(userId, Secrets.hash(key), ApiKeys.hint(key))
        .update();
    try (Socket socket = Socket.openAs(api, key)) {
      socket.subscribe("1", SUBSCRIPTION);
      assertMessage(socket.next(), "next", "1");
      database
          .sql("update identity.api_keys set revoked_at = now() where user_id = ?")
          .params(userId)
          .update();
      assertEnded(socket);
    }
  }

  @Test
  void aSubscriptionOverServerSentEventsEndsToo() throws IOException, InterruptedException {
    String token = people.user(draft -> draft).token();
    HttpRequest request =
        HttpRequest.newBuilder(api.uri("/graphql"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"" + SUBSCRIPTION + "\"}"))
            .build();
    HttpResponse<InputStream> response =
        api.http().send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    try (BufferedReader events =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      assertThat(events.readLine()).isEqualTo("event:next");
      end(token, "revoked_at = now()");
      assertThat(events.lines().reduce("", String::concat))
          .contains("UNAUTHENTICATED")
          .contains("event:complete");
    }
  }
}
