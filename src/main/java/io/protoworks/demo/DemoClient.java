package io.protoworks.demo;

import java.io.IOException;
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

  /** Announces a file and sends its bytes; answers the id of the upload. */
  String upload(String name, String type, String purpose, Resource file) throws IOException {
    JsonNode upload =
        mutate(
                "mutation($input: CreateUploadInput!)"
                    + " { createUpload(input: $input) { upload { id uploadUrl } errors { message } } }",
                Map.of(
                    "fileName", name,
                    "fileType", type,
                    "fileSize", file.contentLength(),
                    "purpose", purpose))
            .at("/createUpload/upload");
    server
        .put()
        .uri(upload.path("uploadUrl").asString())
        .contentType(MediaType.parseMediaType(type))
        .body(file)
        .retrieve()
        .toBodilessEntity();
    return upload.path("id").asString();
  }
}
