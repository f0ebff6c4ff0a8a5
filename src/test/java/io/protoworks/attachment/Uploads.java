package io.protoworks.attachment;

import static java.net.http.HttpResponse.BodyHandlers;

import io.protoworks.testing.Api;
import io.protoworks.testing.Fixture;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Uploads files the way a client does. */
@Fixture
public class Uploads {
  private static final String CREATE =
      """
      mutation($input: CreateUploadInput!) {
        createUpload(input: $input) {
          upload { id uploadUrl status expiresAt }
          errors { __typename message code path ... on UploadTooLarge { maximumSize } }
        }
      }
      """;

  private final Api api;

  Uploads(Api api) {
    this.api = api;
  }

  /** An upload that was announced. */
  public record Announced(String id, String url) {}

  public GraphQlTester.Request<?> creating(GraphQlTester caller, Map<String, Object> input) {
    return caller.document(CREATE).variable("input", input);
  }

  public Announced announce(String token, Map<String, Object> input) {
    GraphQlTester.Response response = creating(api.as(token), input).execute();
    return new Announced(
        response.path("createUpload.upload.id").entity(String.class).get(),
        response.path("createUpload.upload.uploadUrl").entity(String.class).get());
  }

  public HttpResponse<String> put(String url, HttpRequest.BodyPublisher body) {
    HttpRequest request = HttpRequest.newBuilder(api.uri(url)).PUT(body).build();
    try {
      return api.http().send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Announces and sends a register; answers the upload's id. */
  public String register(String token, byte[] bytes) {
    return send(token, "register.csv", "text/csv", "IMPORT", bytes);
  }

  /** Announces and sends a document that can be attached; answers the upload's id. */
  public String document(String token) {
    return send(
        token,
        "evidence.pdf",
        "application/pdf",
        "ATTACHMENT",
        "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
  }

  /** Announces and sends a photo that can be attached; answers the upload's id. */
  public String photo(String token, String name) {
    return send(token, name, "image/png", "ATTACHMENT", Images.dot());
  }

  /** Announces and sends a picture that can be attached; answers the upload's id. */
  public String picture(String token, String name, String type, byte[] bytes) {
    return send(token, name, type, "ATTACHMENT", bytes);
  }

  private String send(String token, String name, String type, String purpose, byte[] bytes) {
    Announced announced =
        announce(
            token,
            Map.of(
                "fileName", name,
                "fileType", type,
                "fileSize", bytes.length,
                "purpose", purpose));
    HttpResponse<String> response =
        put(announced.url(), HttpRequest.BodyPublishers.ofByteArray(bytes));
    if (response.statusCode() != 204) {
      throw new IllegalStateException(response.body());
    }
    return announced.id();
  }
}
