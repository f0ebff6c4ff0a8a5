package io.protoworks.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the started server over real sockets. */
public final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LARGEST_ANSWER = 32 * 1024 * 1024;

  private final Environment environment;
  private final HttpClient http = HttpClient.newHttpClient();

  Api(Environment environment) {
    this.environment = environment;
  }

  /** A client that nobody signed in. */
  public GraphQlTester anonymous() {
    return HttpGraphQlTester.create(client().build());
  }

  /** A client that nobody signed in, behind a proxy that names this host address. */
  public GraphQlTester anonymousFrom(String address) {
    return HttpGraphQlTester.create(
        client().defaultHeaders(headers -> headers.set("X-Forwarded-For", address)).build());
  }

  /** A client that sends this access token or API key. */
  public GraphQlTester as(String token) {
    return as(token, client());
  }

  private static GraphQlTester as(String token, WebTestClient.Builder client) {
    return HttpGraphQlTester.create(
        client.defaultHeaders(headers -> headers.setBearerAuth(token)).build());
  }

  /** The same at another server of this machine. */
  GraphQlTester as(String token, int port) {
    return as(token, client(URI.create("http://localhost:%d/graphql".formatted(port))));
  }

  /** For requests that are not GraphQL, or not well-formed. */
  public HttpClient http() {
    return http;
  }

  /** The address of a path on the started server. */
  public URI uri(String path) {
    return URI.create(
        "http://localhost:%s%s".formatted(environment.getProperty("local.server.port"), path));
  }

  /** Signs somebody in, and answers their access token. */
  public String signIn(String email, String password) {
    return ask(
            null,
            "mutation($input: LoginInput!) { login(input: $input) { accessToken } }",
            Map.of("input", Map.of("email", email, "password", password)))
        .at("/data/login/accessToken")
        .asString();
  }

  /** What the server answers to a document; anonymous without a token. */
  public JsonNode ask(@Nullable String token, String document) {
    return ask(token, document, Map.of());
  }

  /** What the server answers to a document with variables. */
  public JsonNode ask(@Nullable String token, String document, Map<String, Object> variables) {
    return send(token, Map.of("query", document, "variables", variables));
  }

  /** What the server answers to one of the operations of a document. */
  public JsonNode ask(
      @Nullable String token, String document, Map<String, Object> variables, String operation) {
    return send(
        token, Map.of("query", document, "variables", variables, "operationName", operation));
  }

  /** What another server answers; fails with {@link UncheckedIOException} when the line breaks. */
  public JsonNode askAt(URI server, String token, String document, Map<String, Object> variables) {
    return send(server, token, Map.of("query", document, "variables", variables));
  }

  private JsonNode send(@Nullable String token, Map<String, Object> body) {
    return send(uri("/graphql"), token, body);
  }

  private JsonNode send(URI server, @Nullable String token, Map<String, Object> body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return JSON.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  private WebTestClient.Builder client() {
    return client(uri("/graphql"));
  }

  private WebTestClient.Builder client(URI address) {
    return WebTestClient.bindToServer(new JdkClientHttpConnector(http))
        .baseUrl(address.toString())
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
        .responseTimeout(PATIENCE);
  }
}
