package io.protoworks.dossier;

import io.protoworks.attachment.FileStore;
import io.protoworks.platform.TypeId;
import io.protoworks.testing.Api;
import io.protoworks.testing.Fixture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Gets documents the way a client does, and reads what they say. */
@Fixture
class Documents {
  private final Api api;
  private final FileStore files;

  Documents(Api api, FileStore files) {
    this.api = api;
    this.files = files;
  }

  /** The address of the document of a node; null where there is none. */
  @Nullable String url(GraphQlTester caller, String id) {
    return caller
        .document(
            """
            query($id: ID!) {
              node(id: $id) {
                ... on Protocol { url: dossierUrl }
                ... on Subsystem { url: dossierUrl }
                ... on Gate { certificate: certificateUrl }
              }
            }
            """)
        .variable("id", id)
        .execute()
        .path(id.startsWith("gate_") ? "node.certificate" : "node.url")
        .entity(String.class)
        .get();
  }

  HttpResponse<byte[]> get(@Nullable String url) {
    return get(api.uri(String.valueOf(url)));
  }

  HttpResponse<byte[]> get(URI address) {
    try {
      return api.http().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  /** The document of a node, which must be given. */
  byte[] of(GraphQlTester caller, String id) {
    HttpResponse<byte[]> answer = get(url(caller, id));
    if (answer.statusCode() != 200) {
      throw new AssertionError(new String(answer.body(), StandardCharsets.UTF_8));
    }
    return answer.body();
  }

  /** The text of each page, its blanks and breaks as single blanks. */
  static List<String> pages(byte[] document) {
    try (PdfReader reader = new PdfReader(document)) {
      PdfTextExtractor extractor = new PdfTextExtractor(reader);
      List<String> pages = new ArrayList<>();
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        pages.add(extractor.getTextFromPage(page).replaceAll("\\s+", " "));
      }
      return pages;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static String text(byte[] document) {
    return String.join(" ", pages(document));
  }

  /** Puts a picture where the signature of a user of the fixtures is kept. */
  void sign(UUID userId) {
    try (FileStore.Draft draft = files.draft()) {
      draft.output().write(picture("png", 300, 100));
      draft.keepAs("signatures/" + userId);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Puts bytes under a key of the store. */
  void keep(String key, byte[] bytes) {
    try (FileStore.Draft draft = files.draft()) {
      draft.output().write(bytes);
      draft.keepAs(key);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static byte[] picture(String format, int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = picture.createGraphics();
    for (int x = 0; x < width; x += 8) {
      canvas.setColor(new Color((x * 7) % 256, (x * 3) % 256, 128));
      canvas.fillOval(x, (x * 5) % height, 40, 40);
    }
    canvas.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static String subsystem(UUID id) {
    return new TypeId("subsystem", id).toString();
  }
}
