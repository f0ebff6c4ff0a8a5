package io.protoworks.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.protoworks.identity.People;
import io.protoworks.plant.Mutations;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Images: which are taken, and their small copies. */
@ServerTest
class ImageTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Uploads uploads;

  private People.SignedIn user;

  @BeforeEach
  void signIn() {
    user = people.user(draft -> draft);
  }

  private HttpResponse<String> send(String type, byte[] bytes) {
    return uploads.put(announce(type, bytes).url(), BodyPublishers.ofByteArray(bytes));
  }

  private Uploads.Announced announce(String type, byte[] bytes) {
    return uploads.announce(
        user.token(),
        Map.of(
            "fileName",
            "photo",
            "fileType",
            type,
            "fileSize",
            bytes.length,
            "purpose",
            "ATTACHMENT"));
  }

  @ParameterizedTest
  @CsvSource({"10000, 5001", "65536, 1", "2147483647, 2147483647"})
  void thatDeclareTooManyPixelsAreRefused(int width, int height) {
    HttpResponse<String> response = send("image/png", Images.claiming(width, height));
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).contains("\"IMAGE_TOO_LARGE\"");
  }

  @Test
  void upToTheLimitAreTaken() {
    assertThat(send("image/png", Images.claiming(10_000, 5_000)).statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void thatOnlyBeginLikeOneAreRefused(String format) {
    byte[] bytes = Images.halves(format, 10, 10);
    Arrays.fill(bytes, 12, bytes.length, (byte) 'x');
    HttpResponse<String> response = send("image/" + format, bytes);
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).contains("\"IMAGE_UNREADABLE\"");
  }

  /** The image as the user's signature, which only they see. */
  private GraphQlTester.Response attach(String type, byte[] bytes) {
    Uploads.Announced upload = announce(type, bytes);
    assertThat(uploads.put(upload.url(), BodyPublishers.ofByteArray(bytes)).statusCode())
        .isEqualTo(204);
    return Mutations.ask(
            api.as(user.token()),
            "setSignatureImage",
            "attachment { id url thumbnailUrl }",
            Map.of("uploadId", upload.id()))
        .execute();
  }

  private String thumbnail(String type, byte[] bytes) {
    return attach(type, bytes)
        .path("setSignatureImage.attachment.thumbnailUrl")
        .entity(String.class)
        .get();
  }

  private HttpResponse<byte[]> get(String url) throws IOException, InterruptedException {
    return api.http()
        .send(HttpRequest.newBuilder(api.uri(url)).build(), BodyHandlers.ofByteArray());
  }

  private BufferedImage image(String url) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = get(url);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("image/jpeg");
    return ImageIO.read(new ByteArrayInputStream(response.body()));
  }

  private static void assertColour(BufferedImage image, int x, int y, Color expected) {
    Color found = new Color(image.getRGB(x, y));
    assertThat(found.getRed()).isCloseTo(expected.getRed(), within(20));
    assertThat(found.getBlue()).isCloseTo(expected.getBlue(), within(20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void haveASmallCopy(String format) throws Exception {
    String url = thumbnail("image/" + format, Images.halves(format, 3_000, 1_500));
    for (int time = 0; time < 2; time++) {
      BufferedImage small = image(url);
      assertThat(small.getWidth()).isEqualTo(400);
      assertThat(small.getHeight()).isEqualTo(200);
      assertColour(small, 20, 100, Color.RED);
      assertColour(small, 380, 100, Color.BLUE);
    }
  }

  @Test
  void areNotMadeLarger() throws Exception {
    assertThat(image(thumbnail("image/png", Images.halves("png", 60, 30))).getWidth())
        .isEqualTo(60);
  }

  /** Where the left half of what is stored is seen, as 6 and 8 turn and 2 and 3 mirror it. */
  @ParameterizedTest
  @CsvSource({
    "1, 400, 200, 20, 100",
    "2, 400, 200, 380, 100",
    "3, 400, 200, 380, 100",
    "6, 200, 400, 100, 20",
    "8, 200, 400, 100, 380"
  })
  void areUpright(int orientation, int width, int height, int redX, int redY) throws Exception {
    BufferedImage small =
        image(thumbnail("image/jpeg", oriented(Images.halves("jpeg", 1_000, 500), orientation)));
    assertThat(small.getWidth()).isEqualTo(width);
    assertThat(small.getHeight()).isEqualTo(height);
    assertColour(small, redX, redY, Color.RED);
    assertColour(small, width - 1 - redX, height - 1 - redY, Color.BLUE);
  }

  private static byte[] oriented(byte[] jpeg, int orientation) {
    byte[] segment =
        ("\u00ff\u00e1\0\"Exif\0\0MM\0*\0\0\0\b\0\1\1\22\0\3\0\0\0\1\0"
                + (char) orientation
                + "\0\0\0\0\0\0")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[jpeg.length + segment.length];
    System.arraycopy(jpeg, 0, all, 0, 2);
    System.arraycopy(segment, 0, all, 2, segment.length);
    System.arraycopy(jpeg, 2, all, 2 + segment.length, jpeg.length - 2);
    return all;
  }

  @Test
  void areSeenByNobodyElse() throws Exception {
    String url = thumbnail("image/png", Images.dot());
    assertThat(get(url.replaceFirst("signature=.{4}", "signature=AAAA")).statusCode())
        .isEqualTo(401);
    String other = url.replaceFirst("/thumbnail", "");
    assertThat(get(other).statusCode()).isEqualTo(401);
    api.ask(user.token(), "mutation { logout { errors { code } } }");
    assertThat(get(url).statusCode()).isEqualTo(401);
  }

  @Test
  void thatAreDamagedBehindTheirHeaderHaveNoSmallCopy() throws Exception {
    String url = thumbnail("image/png", Images.claiming(50, 50));
    assertThat(get(url).statusCode()).isEqualTo(404);
  }
}
