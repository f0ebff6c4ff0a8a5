package io.protoworks.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.platform.Client;
import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A signed address ends with the login or API key that asked for it, and does what they may. */
@ServerTest
class FileAddressTests {
  private static final byte[] PNG = Images.dot();
  private static final int CUT_SIZE = 4_321;

  @Autowired Api api;
  @Autowired People people;
  @Autowired Uploads uploads;
  @Autowired SignedLinks links;
  @Autowired JdbcClient database;
  @Autowired FileProperties properties;

  /** An API key and its row. */
  private record Key(UUID id, String token) {}

  private Key key(People.SignedIn user, String... scopes) {
    JsonNode created =
        ask(
                user.token(),
                "mutation($input: CreateApiKeyInput!) { createApiKey(input: $input) {"
                    + " key apiKey { id } } }",
                Map.of("name", "Key " + UUID.randomUUID(), "scopes", List.of(scopes)))
            .path("createApiKey");
    return new Key(
        TypeId.parse(created.path("apiKey").path("id").asString()).uuid(),
        created.path("key").asString());
  }

  private JsonNode ask(String token, String mutation, Map<String, Object> input) {
    return api.ask(token, mutation, Map.of("input", input)).path("data");
  }

  private Uploads.Announced announce(String token, int size) {
    return uploads.announce(
        token,
        Map.of(
            "fileName", "photo.png",
            "fileType", "image/png",
            "fileSize", size,
            "purpose", "ATTACHMENT"));
  }

  private int put(Uploads.Announced upload) {
    return uploads.put(upload.url(), BodyPublishers.ofByteArray(PNG)).statusCode();
  }

  /** The address of an image that is there. */
  private String image(String token) {
    Uploads.Announced upload = announce(token, PNG.length);
    assertThat(put(upload)).isEqualTo(204);
    return ask(
            token,
            "mutation($input: SetSignatureImageInput!) { setSignatureImage(input: $input) {"
                + " attachment { url } } }",
            Map.of("uploadId", upload.id()))
        .path("setSignatureImage")
        .path("attachment")
        .path("url")
        .asString();
  }

  private int get(String url) throws IOException, InterruptedException {
    return api.http()
        .send(HttpRequest.newBuilder(api.uri(url)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  private void change(String statement, UUID userId) {
    assertThat(database.sql(statement).param(userId).update()).isPositive();
  }

  private void assertHaveEnded(Uploads.Announced upload, String image) throws Exception {
    HttpResponse<String> refused = uploads.put(upload.url(), BodyPublishers.ofByteArray(PNG));
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.body()).contains("NOT_FOUND");
    assertThat(get(image)).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update identity.sessions set revoked_at = now() where user_id = ?",
        "update identity.sessions set created_at = now() - interval '2 days',"
            + " expires_at = now() - interval '1 second' where user_id = ?",
        "update identity.users set status = 'SUSPENDED' where id = ?",
        "update identity.users set is_active = false where id = ?"
      })
  void endWithTheLogin(String end) throws Exception {
    People.SignedIn user = people.user(draft -> draft);
    Uploads.Announced upload = announce(user.token(), PNG.length);
    String image = image(user.token());
    assertThat(get(image)).isEqualTo(200);
    change(end, user.id());
    assertHaveEnded(upload, image);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update identity.api_keys set revoked_at = now() where user_id = ?",
        "update identity.api_keys set created_at = now() - interval '2 days',"
            + " expires_at = now() - interval '1 second' where user_id = ?",
        "update identity.users set status = 'SUSPENDED' where id = ?"
      })
  void endWithTheApiKey(String end) throws Exception {
    People.SignedIn user = people.user(draft -> draft);
    Key key = key(user);
    Uploads.Announced upload = announce(key.token(), PNG.length);
    String image = image(key.token());
    assertThat(get(image)).isEqualTo(200);
    change(end, user.id());
    assertHaveEnded(upload, image);
  }

  @Test
  void endWithNoOtherLoginOfTheUser() throws Exception {
    People.SignedIn user = people.user(draft -> draft);
    String later = people.token(user.id());
    Uploads.Announced upload = announce(user.token(), PNG.length);
    String image = image(later);
    ask(user.token(), "mutation { logout { errors { code } } }", Map.of());
    assertThat(put(upload)).isEqualTo(404);
    assertThat(get(image)).isEqualTo(200);
    String renewed =
        api.ask(
                later,
                "query($id: ID!) { upload(id: $id) { uploadUrl } }",
                Map.of("id", upload.id()))
            .path("data")
            .path("upload")
            .path("uploadUrl")
            .asString();
    assertThat(put(new Uploads.Announced(upload.id(), renewed))).isEqualTo(204);
  }

  @Test
  void endWhileTheBytesAreComing() throws Exception {
    People.SignedIn user = people.user(draft -> draft);
    Uploads.Announced upload = announce(user.token(), CUT_SIZE);
    byte[] bytes = Arrays.copyOf(PNG, CUT_SIZE);
    try (Socket socket = new Socket("localhost", api.uri("/").getPort())) {
      socket
          .getOutputStream()
          .write(
              "PUT %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
                  .formatted(upload.url(), CUT_SIZE)
                  .getBytes(UTF_8));
      socket.getOutputStream().write(bytes, 0, CUT_SIZE - 1);
      awaitDraft(CUT_SIZE - 1);
      change("update identity.sessions set revoked_at = now() where user_id = ?", user.id());
      socket.getOutputStream().write(bytes, CUT_SIZE - 1, 1);
      assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
          .isEqualTo("HTTP/1.1 404");
    }
    assertThat(
            database
                .sql("select status from attachment.uploads where created_by = ?")
                .param(user.id())
                .query(String.class)
                .single())
        .isEqualTo("PENDING");
  }

  /** The server has these bytes, and is waiting for more. */
  private void awaitDraft(long size) throws IOException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!isDraft(size)) {
      assertThat(System.nanoTime()).as("the bytes never came").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private boolean isDraft(long size) throws IOException {
    try (Stream<Path> drafts = Files.list(properties.folder().resolve("drafts"))) {
      return drafts.anyMatch(draft -> draft.toFile().length() == size);
    }
  }

  @Test
  void ofAKeyDoWhatTheKeyMay() {
    People.SignedIn admin = people.admin();
    Key key = key(admin, "companies.write");
    Viewer asking = new Viewer(admin.id(), null, key.id(), Set.of(), Client.SELF);
    Viewer following = follow(links.to("/files/x", asking, null));
    assertThat(following)
        .isEqualTo(new Viewer(admin.id(), null, key.id(), Set.of("companies.write"), Client.SELF));
  }

  @Test
  void ofNeitherLoginNorKeyDoNothing() {
    Viewer job = new Viewer(people.admin().id(), null, Set.of(), Client.SELF);
    assertThat(follow(links.to("/files/x", job, null))).isNull();
  }

  @Test
  void endAtTheirTime() {
    People.SignedIn user = people.user(draft -> draft);
    Viewer asking = new Viewer(user.id(), null, key(user).id(), Set.of(), Client.SELF);
    Instant now = Instant.now();
    assertThat(follow(links.to("/files/x", asking, now.plusSeconds(60)))).isNotNull();
    assertThat(follow(links.to("/files/x", asking, now.minusSeconds(1)))).isNull();
  }

  private @Nullable Viewer follow(URI url) {
    Map<String, String> query =
        Arrays.stream(url.getQuery().split("&", -1))
            .map(parameter -> parameter.split("=", 2))
            .collect(Collectors.toMap(parameter -> parameter[0], parameter -> parameter[1]));
    return links.follow(
        url.getPath(),
        new LinkClaim(
            query.get("user"),
            query.get("session"),
            query.get("apiKey"),
            query.get("expires"),
            query.get("signature")),
        Client.SELF);
  }
}
