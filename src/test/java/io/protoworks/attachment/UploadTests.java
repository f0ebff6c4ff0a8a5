package io.protoworks.attachment;

import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.protoworks.identity.People;
import io.protoworks.platform.Client;
import io.protoworks.platform.Refused;
import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class UploadTests {
  private static final byte[] TEXT = "area;tag\nA1;P-101\n".getBytes(UTF_8);
  private static final String EXPIRED =
      "created_at = created_at - interval '2 days', expires_at = now() - interval '1 second'";
  private static final byte[] PNG = Images.dot();

  @Autowired Api api;
  @Autowired People people;
  @Autowired Uploads uploads;
  @Autowired JdbcClient database;
  @Autowired FileProperties properties;
  @Autowired UploadCleaner cleaner;
  @Autowired UploadService service;

  private String token = "";

  @BeforeEach
  void signIn() {
    token = people.user(draft -> draft).token();
  }

  private static Map<String, Object> file(long size) {
    return new HashMap<>(
        Map.of(
            "fileName", "register.csv",
            "fileType", "text/csv",
            "fileSize", size,
            "purpose", "IMPORT"));
  }

  private static Map<String, Object> photo(long size) {
    return Map.of(
        "fileName", "photo.png",
        "fileType", "image/png",
        "fileSize", size,
        "purpose", "ATTACHMENT");
  }

  private String status(Uploads.Announced upload) {
    return api.as(token)
        .document("query($id: ID!) { upload(id: $id) { status } }")
        .variable("id", upload.id())
        .execute()
        .path("upload.status")
        .entity(String.class)
        .get();
  }

  private void change(People.SignedIn owner, String what) {
    database
        .sql("update attachment.uploads set %s where created_by = ?".formatted(what))
        .param(owner.id())
        .update();
  }

  /** The files of the store, drafts included, that are as large as this one. */
  private List<Path> filesOf(long size) throws IOException {
    try (Stream<Path> files = Files.walk(properties.folder())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toFile().length() == size)
          .toList();
    }
  }

  private static void assertError(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body())
        .contains("\"extensions\":{\"code\":\"" + code + "\"}")
        .contains("\"message\"");
  }

  @Nested
  class Create {
    @Test
    void answersWhereToPutTheBytes() {
      Uploads.Announced upload = uploads.announce(token, file(TEXT.length));
      assertThat(upload.url()).startsWith("/files/uploads/" + upload.id() + "?user=");
      assertThat(status(upload)).isEqualTo("PENDING");
    }

    @Test
    void isRefusedToTheAnonymous() {
      assertFails(uploads.creating(api.anonymous(), file(1)), "UNAUTHENTICATED");
    }

    @Test
    void refusesAGigabyte() {
      uploads
          .creating(api.as(token), file(1L << 30))
          .execute()
          .path("createUpload")
          .matchesJson(
              """
              {"upload": null,
               "errors": [{"__typename": "UploadTooLarge", "code": "UPLOAD_TOO_LARGE",
                           "path": ["input", "fileSize"], "maximumSize": 104857600}]}
              """);
    }

    @Test
    void refusesWhatCannotBeAttached() {
      Map<String, Object> script = file(10);
      script.put("purpose", "ATTACHMENT");
      assertRefused(uploads.creating(api.as(token), script), "createUpload", "INVALID_INPUT");
    }

    @Test
    void refusesANameAndAHashThatAreNone() {
      Map<String, Object> nameless = file(10);
      nameless.put("fileName", " ");
      assertRefused(uploads.creating(api.as(token), nameless), "createUpload", "INVALID_INPUT");
      Map<String, Object> hash = file(10);
      hash.put("sha256", "abc");
      assertRefused(uploads.creating(api.as(token), hash), "createUpload", "INVALID_INPUT");
      Map<String, Object> negative = file(-1);
      assertRefused(uploads.creating(api.as(token), negative), "createUpload", "INVALID_INPUT");
    }

    @Test
    void limitsHowManyMayWait() {
      for (int count = 0; count < properties.maximumUnbound(); count++) {
        uploads.announce(token, file(1));
      }
      assertFails(uploads.creating(api.as(token), file(1)), "RATE_LIMITED");
    }

    @Test
    void whatFailedCountsUntilItWouldHaveExpired() {
      People.SignedIn user = people.user(draft -> draft);
      for (int count = 0; count < properties.maximumUnbound(); count++) {
        uploads.announce(user.token(), file(1));
      }
      change(user, "status = 'FAILED'");
      assertFails(uploads.creating(api.as(user.token()), file(1)), "RATE_LIMITED");
      change(user, EXPIRED);
      assertThat(uploads.announce(user.token(), file(1)).url()).isNotEmpty();
    }

    @Test
    void isLimitedAlsoForManyAtOnce() {
      People.SignedIn user = people.user(draft -> draft);
      int free = 3;
      for (int count = free; count < properties.maximumUnbound(); count++) {
        uploads.announce(user.token(), file(1));
      }
      Stream.generate(
              () -> CompletableFuture.runAsync(() -> create(user), Thread::startVirtualThread))
          .limit(8)
          .toList()
          .forEach(CompletableFuture::join);
      assertThat(
              database
                  .sql("select count(*) from attachment.uploads where created_by = ?")
                  .param(user.id())
                  .query(Integer.class)
                  .single())
          .isEqualTo(properties.maximumUnbound());
    }

    private void create(People.SignedIn user) {
      uploads.creating(api.as(user.token()), file(1)).execute().returnResponse();
    }
  }

  @Nested
  class Put {
    @Test
    void storesWhatWasAnnounced() {
      Uploads.Announced upload = uploads.announce(token, file(TEXT.length));
      assertThat(uploads.put(upload.url(), BodyPublishers.ofByteArray(TEXT)).statusCode())
          .isEqualTo(204);
      api.as(token)
          .document(
              "query($id: ID!) { upload(id: $id) { status storedSize storedType uploadUrl"
                  + " createdBy { id } } }")
          .variable("id", upload.id())
          .execute()
          .path("upload")
          .matchesJson(
              """
              {"status": "STORED", "storedSize": 18, "storedType": "text/plain", "uploadUrl": null}
              """);
    }

    @Test
    void takesTheBytesOnce() {
      Uploads.Announced upload = uploads.announce(token, file(TEXT.length));
      uploads.put(upload.url(), BodyPublishers.ofByteArray(TEXT));
      assertError(uploads.put(upload.url(), BodyPublishers.ofByteArray(TEXT)), 409, "CONFLICT");
      assertThat(status(upload)).isEqualTo("STORED");
    }

    @Test
    void oneOfManyAtOnceWins() {
      Uploads.Announced upload = uploads.announce(token, file(TEXT.length));
      List<Integer> statuses =
          Stream.generate(
                  () ->
                      CompletableFuture.supplyAsync(
                          () -> uploads.put(upload.url(), BodyPublishers.ofByteArray(TEXT))))
              .limit(8)
              .toList()
              .stream()
              .map(sent -> sent.join().statusCode())
              .sorted()
              .toList();
      assertThat(statuses).containsExactly(204, 409, 409, 409, 409, 409, 409, 409);
    }

    @Test
    void knowsOnlyAddressesThatWeMade() {
      Uploads.Announced upload = uploads.announce(token, file(TEXT.length));
      String forged = upload.url().substring(0, upload.url().length() - 2) + "xx";
      String withoutSession = upload.url().replaceFirst("&session=[^&]+", "");
      String ofAnother =
          upload.url().replace(upload.id(), uploads.announce(token, file(TEXT.length)).id());
      for (String url :
          List.of(
              forged,
              withoutSession,
              ofAnother,
              "/files/uploads/x",
              "/files/uploads/" + upload.id())) {
        assertError(uploads.put(url, BodyPublishers.ofByteArray(TEXT)), 404, "NOT_FOUND");
      }
      assertThat(status(upload)).isEqualTo("PENDING");
    }

    @Test
    void cutsOffWhoeverSendsMoreThanAnnounced() throws IOException {
      long announced = 3_333_333;
      Uploads.Announced upload = uploads.announce(token, file(announced));
      assertError(
          uploads.put(upload.url(), BodyPublishers.ofByteArray(new byte[3_333_334])),
          413,
          "TOO_LARGE");
      assertThat(status(upload)).isEqualTo("FAILED");
      assertThat(filesOf(announced)).isEmpty();
    }

    /** A gigabyte in chunks, so that no length gives it away; nearly all of it is never read. */
    @Test
    void cutsOffAGigabyteWithoutALength() throws IOException {
      long announced = 2_222_222;
      Uploads.Announced upload = uploads.announce(token, file(announced));
      String answer = sendChunks(upload.url(), 1 << 10, 1 << 20);
      assertThat(answer).startsWith("HTTP/1.1 413");
      assertThat(status(upload)).isEqualTo("FAILED");
      assertThat(filesOf(announced)).isEmpty();
    }

    @Test
    void refusesLessThanAnnounced() {
      Uploads.Announced upload = uploads.announce(token, file(TEXT.length + 1));
      assertError(uploads.put(upload.url(), BodyPublishers.ofByteArray(TEXT)), 400, "INCOMPLETE");
      assertThat(status(upload)).isEqualTo("FAILED");
    }

    @Test
    void refusesBytesOfAnotherHash() {
      Map<String, Object> input = file(TEXT.length);
      input.put("sha256", "0".repeat(64));
      Uploads.Announced upload = uploads.announce(token, input);
      assertError(
          uploads.put(upload.url(), BodyPublishers.ofByteArray(TEXT)), 422, "HASH_MISMATCH");
      assertThat(status(upload)).isEqualTo("FAILED");
    }

    @Test
    void refusesAScriptThatCallsItselfAPhoto() {
      Uploads.Announced upload = uploads.announce(token, photo(TEXT.length));
      assertError(
          uploads.put(upload.url(), BodyPublishers.ofByteArray(TEXT)), 422, "TYPE_MISMATCH");
    }

    @Test
    void takesAPhoto() {
      Uploads.Announced upload = uploads.announce(token, photo(PNG.length));
      assertThat(uploads.put(upload.url(), BodyPublishers.ofByteArray(PNG)).statusCode())
          .isEqualTo(204);
    }

    @Test
    void waitsForMoreWhenTheConnectionBreaks() throws IOException {
      Uploads.Announced upload = uploads.announce(token, file(TEXT.length));
      try (Socket socket = connect(upload.url(), "Content-Length: " + TEXT.length)) {
        socket.getOutputStream().write(TEXT, 0, 5);
        socket.getOutputStream().flush();
      }
      assertThat(uploads.put(upload.url(), BodyPublishers.ofByteArray(TEXT)).statusCode())
          .isEqualTo(204);
    }

    private Socket connect(String path, String header) throws IOException {
      Socket socket = new Socket("localhost", api.uri("/").getPort());
      socket
          .getOutputStream()
          .write(
              "PUT %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n\r\n"
                  .formatted(path, header)
                  .getBytes(UTF_8));
      return socket;
    }

    private String sendChunks(String path, int chunks, int size) throws IOException {
      try (Socket socket = connect(path, "Transfer-Encoding: chunked")) {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> firstLine(socket));
        sendUntilAnswered(socket.getOutputStream(), chunks, size, answer);
        return answer.join();
      }
    }

    private static void sendUntilAnswered(
        OutputStream output, int chunks, int size, CompletableFuture<String> answer) {
      byte[] chunk = (Integer.toHexString(size) + "\r\n").getBytes(UTF_8);
      byte[] body = new byte[size];
      try {
        for (int sent = 0; sent < chunks && !answer.isDone(); sent++) {
          output.write(chunk);
          output.write(body);
          output.write("\r\n".getBytes(UTF_8));
        }
      } catch (IOException closed) {
        // Whoever refuses may close before we have read why.
        answer.join();
      }
    }

    private static String firstLine(Socket socket) {
      try {
        InputStream input = socket.getInputStream();
        byte[] start = input.readNBytes(64);
        return new String(start, UTF_8);
      } catch (IOException failure) {
        throw new java.io.UncheckedIOException(failure);
      }
    }
  }

  @Nested
  class Read {
    @Test
    void isItsOwnersAlone() {
      Uploads.Announced upload = uploads.announce(token, file(1));
      for (String field : List.of("upload", "node")) {
        api.as(people.admin().token())
            .document("query($id: ID!) { %s(id: $id) { id } }".formatted(field))
            .variable("id", upload.id())
            .execute()
            .path(field)
            .valueIsNull();
      }
    }

    @Test
    void refusesAnIdOfAnotherType() {
      assertFails(
          api.as(token)
              .document("query($id: ID!) { upload(id: $id) { id } }")
              .variable("id", people.user(draft -> draft).globalId()),
          "BAD_REQUEST");
    }
  }

  @Nested
  class Expire {
    @Test
    void keepsWhatIsOverFromBeingUsedBeforeItIsCleaned() {
      People.SignedIn user = people.user(draft -> draft);
      Viewer owner = new Viewer(user.id(), null, Set.of(), Client.SELF);
      UUID inTime = TypeId.parse(uploads.register(user.token(), TEXT)).uuid();
      assertThat(service.requireStored(owner, inTime, UploadPurpose.IMPORT).isStored()).isTrue();
      service.bind(owner, inTime, UploadPurpose.IMPORT);
      UUID late = TypeId.parse(uploads.register(user.token(), TEXT)).uuid();
      change(user, EXPIRED);
      assertThat(service.bind(owner, inTime, UploadPurpose.IMPORT).status())
          .isEqualTo(UploadStatus.BOUND);
      assertThatThrownBy(() -> service.requireStored(owner, late, UploadPurpose.IMPORT))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("expired");
      assertThatThrownBy(() -> service.bind(owner, late, UploadPurpose.IMPORT))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("expired");
    }

    @Test
    void deletesWhatWasNeverUsed() throws IOException {
      byte[] bytes = new byte[7_777_777];
      Uploads.Announced upload = uploads.announce(token, file(bytes.length));
      uploads.put(upload.url(), BodyPublishers.ofByteArray(bytes));
      Uploads.Announced never = uploads.announce(token, file(bytes.length));
      assertThat(filesOf(bytes.length)).hasSize(1);
      database
          .sql("update attachment.uploads set %s where file_size = ?".formatted(EXPIRED))
          .param(bytes.length)
          .update();
      assertError(uploads.put(never.url(), BodyPublishers.ofByteArray(TEXT)), 409, "CONFLICT");
      cleaner.clean();
      assertThat(filesOf(bytes.length)).isEmpty();
      assertThat(status(upload)).isEqualTo("EXPIRED");
      assertThat(status(never)).isEqualTo("EXPIRED");
    }
  }
}
