package io.protoworks.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.protoworks.identity.People;
import io.protoworks.platform.Client;
import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import io.protoworks.testing.ServerTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However many send to an address, the disk holds what one of them sends. */
@ServerTest
class UploadReceiverTests {
  private static final byte[] TEXT = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

  @Autowired UploadReceiver receiver;
  @Autowired Uploads uploads;
  @Autowired People people;

  /** Bytes that do not come before they may, and then break off. */
  private static final class Held extends InputStream {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    public int read() throws IOException {
      return read(new byte[1], 0, 1);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      asked.countDown();
      try {
        released.await();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
      throw new IOException("broken off");
    }
  }

  @Test
  void oneSendsAtATime() throws Exception {
    People.SignedIn user = people.user(draft -> draft);
    Viewer sender = new Viewer(user.id(), null, Set.of(), Client.SELF);
    Uploads.Announced upload =
        uploads.announce(
            user.token(),
            Map.of(
                "fileName", "report.pdf",
                "fileType", "application/pdf",
                "fileSize", TEXT.length,
                "purpose", "ATTACHMENT"));
    UUID id = TypeId.parse(upload.id()).uuid();
    Held held = new Held();
    CompletableFuture<Void> first = CompletableFuture.runAsync(() -> send(sender, id, held));
    held.asked.await();
    assertThatThrownBy(() -> send(sender, id, new ByteArrayInputStream(TEXT)))
        .isInstanceOf(UploadFailure.class)
        .hasMessageContaining("is being sent already");
    held.released.countDown();
    assertThatThrownBy(first::join).hasCauseInstanceOf(UploadFailure.class);
    assertThat(uploads.put(upload.url(), BodyPublishers.ofByteArray(TEXT)).statusCode())
        .isEqualTo(204);
  }

  private void send(Viewer sender, UUID id, InputStream bytes) {
    try {
      receiver.receive(sender, id, new UploadReceiver.Source(bytes, TEXT.length));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
