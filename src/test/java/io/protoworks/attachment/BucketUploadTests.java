package io.protoworks.attachment;

import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Uploads to a server that keeps its files in a bucket: clients send the bytes there. */
@ServerTest
class BucketUploadTests {
  private static final byte[] DOCUMENT = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SCRIPT = "<script>".getBytes(StandardCharsets.US_ASCII);

  private static final String COMPLETE =
      """
      mutation($id: ID!) {
        completeUpload(input: {id: $id}) {
          upload { status uploadUrl storedSize storedType }
          errors { code message path ... on UploadRefused { reason } }
        }
      }
      """;

  private static final Bucket BUCKET = Bucket.start();

  @Autowired Api api;
  @Autowired People people;
  @Autowired Uploads uploads;
  @Autowired FileStore store;

  @DynamicPropertySource
  static void keepFilesInBucket(DynamicPropertyRegistry registry) {
    FileProperties.S3 s3 = BUCKET.properties();
    registry.add("protoworks.files.s3.bucket", s3::bucket);
    registry.add("protoworks.files.s3.prefix", s3::prefix);
    registry.add("protoworks.files.s3.endpoint", s3::endpoint);
    registry.add("protoworks.files.s3.access-key", s3::accessKey);
    registry.add("protoworks.files.s3.secret-key", s3::secretKey);
    registry.add("protoworks.files.s3.path-style", s3::pathStyle);
  }

  @AfterAll
  static void stopBucket() throws Exception {
    BUCKET.stop();
  }

  private Uploads.Announced announce(String token) {
    return uploads.announce(
        token,
        Map.of(
            "fileName", "report.pdf",
            "fileType", "application/pdf",
            "fileSize", DOCUMENT.length,
            "purpose", "ATTACHMENT"));
  }

  private int put(String address, byte[] bytes) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address)).PUT(BodyPublishers.ofByteArray(bytes)).build();
    return api.http().send(request, BodyHandlers.ofString()).statusCode();
  }

  private GraphQlTester.Request<?> completing(String token, Uploads.Announced upload) {
    return api.as(token).document(COMPLETE).variable("id", upload.id());
  }

  private void assertCompletes(String token, Uploads.Announced upload) {
    completing(token, upload)
        .execute()
        .path("completeUpload")
        .matchesJsonStrictly(
            """
            {"upload": {"status": "STORED", "uploadUrl": null, "storedSize": 8,
                        "storedType": "application/pdf"},
             "errors": []}
            """);
  }

  private List<String> keys() throws Exception {
    List<String> keys = new ArrayList<>();
    store.visitKeysBefore(Instant.now().plusSeconds(60), 100, keys::addAll);
    return keys;
  }

  @Test
  void goToTheBucketAndAreJudgedWhenTheyAreComplete() throws Exception {
    String token = people.user(draft -> draft).token();
    Uploads.Announced upload = announce(token);
    assertThat(upload.url()).startsWith(BUCKET.properties().endpoint() + "/files/plant/sent/");
    assertRefused(completing(token, upload), "completeUpload", "INVALID_INPUT");
    assertThat(put(upload.url(), DOCUMENT)).isEqualTo(200);
    assertCompletes(token, upload);
    assertCompletes(token, upload);
    assertThat(keys()).doesNotContain(keyOf(upload));
  }

  @Test
  void failWhenTheirBytesAreNotWhatWasAnnounced() throws Exception {
    String token = people.user(draft -> draft).token();
    Uploads.Announced upload = announce(token);
    assertThat(put(upload.url(), SCRIPT)).isEqualTo(200);
    assertReason(token, upload, "TYPE_MISMATCH");
    assertReason(token, upload, "CONFLICT");
    Uploads.Announced good = announce(token);
    put(good.url(), DOCUMENT);
    assertCompletes(token, good);
  }

  private void assertReason(String token, Uploads.Announced upload, String reason) {
    completing(token, upload)
        .execute()
        .path("completeUpload.errors[*].reason")
        .entityList(String.class)
        .containsExactly(reason);
  }

  @Test
  void areTheirOwnersAlone() throws Exception {
    Uploads.Announced upload = announce(people.user(draft -> draft).token());
    put(upload.url(), DOCUMENT);
    assertRefused(
        completing(people.user(draft -> draft).token(), upload),
        "completeUpload",
        "UNKNOWN_REFERENCE");
  }

  @Test
  void takeNoMoreThanWasAnnounced() throws Exception {
    String token = people.user(draft -> draft).token();
    Uploads.Announced upload = announce(token);
    assertThat(put(upload.url(), new byte[DOCUMENT.length + 1])).isEqualTo(403);
    assertThat(keys()).doesNotContain(keyOf(upload));
  }

  private static String keyOf(Uploads.Announced upload) {
    return URI.create(upload.url()).getPath().substring("/files/plant/".length());
  }
}
