package io.protoworks.demo;

import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** A client of the API that is signed in. */
final class DemoClient {
  private final RestClient server;

  private DemoClient(RestClient server) {
    this.server = server;
  }

  /** Signs in at the server of this address. */
  static DemoClient signIn(String address, String email, String password) {
    DemoClient anonymous = new DemoClient(RestClient.create(address));
    String token =
        anonymous
            .mutate(
                "mutation($input: LoginInput!) { login(input: $input)"
                    + " { accessToken errors { message } } }",
                Map.of("email", email, "password", password))
            .path("login")
            .path("accessToken")
            .asString();
    return new DemoClient(
        RestClient.builder()
            .baseUrl(address)
            .defaultHeaders(headers -> headers.setBearerAuth(token))
            .build());
  }

  /** Runs a mutation on its one input; an error of any kind ends the start. */
  JsonNode mutate(String document, Map<String, ?> input) {
    return run(document, Map.of("input", input));
  }

  JsonNode run(String document, Map<String, ?> variables) {
    JsonNode answer =
        Objects.requireNonNull(
            server
                .post()
                .uri("/graphql")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("query", document, "variables", variables))
                .retrieve()
                .body(JsonNode.class));
    JsonNode data = answer.path("data");
    boolean refused =
        data.propertyStream().anyMatch(field -> !field.getValue().path("errors").isEmpty());
    if (!answer.path("errors").isEmpty() || refused) {
      throw new IllegalStateException("The demo plant could not be made: " + answer);
    }
    return data;
  }

  /** Sends a file to the address that an upload was given. */
  void put(String uploadUrl, Resource file) {
    server
        .put()
        .uri(uploadUrl)
        .contentType(MediaType.parseMediaType("text/csv"))
        .body(file)
        .retrieve()
        .toBodilessEntity();
  }
}
