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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However many send to an address, the disk holds what one of them sends. */
@ServerTest
class UploadReceiverTests {
  private static final byte[] TEXT = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

  @Autowired UploadReceiver receiver;
  @Autowired FileStore store;
  @Autowired Uploads uploads;
  @Autowired People people;

  /** Bytes that do not come before they may, and then never end. */
  private static final class Held extends InputStream {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    public int read() {
      return read(new byte[1], 0, 1);
    }

    @Override
    public int read(byte[] into, int from, int length) {
      asked.countDown();
      try {
        released.await();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
      return length;
    }
  }

  private Viewer sender;
  private Uploads.Announced upload;
  private UUID id;

  @BeforeEach
  void announce() {
    People.SignedIn user = people.user(draft -> draft);
    sender = new Viewer(user.id(), null, Set.of(), Client.SELF);
    upload =
        uploads.announce(
            user.token(),
            Map.of(
                "fileName", "report.pdf",
                "fileType", "application/pdf",
                "fileSize", TEXT.length,
                "purpose", "ATTACHMENT"));
    id = TypeId.parse(upload.id()).uuid();
  }

  @Test
  void whoeverComesLastSends() throws Exception {
    Held early = new Held();
    Held later = new Held();
    CompletableFuture<Void> first = sending(early);
    CompletableFuture<Void> second = sending(later);
    assertWritesNoMore(first, early);
    assertThat(uploads.put(upload.url(), BodyPublishers.ofByteArray(TEXT)).statusCode())
        .isEqualTo(204);
    assertWritesNoMore(second, later);
  }

  /** Who was not first in the end leaves nothing behind, however far it came. */
  @Test
  void ofManyAtOnceOneIsKept() throws Exception {
    List<CompletableFuture<Boolean>> senders =
        IntStream.range(0, 8)
            .mapToObj(
                number ->
                    CompletableFuture.supplyAsync(() -> isTaken(), Thread::startVirtualThread))
            .toList();
    assertThat(senders.stream().filter(CompletableFuture::join)).hasSize(1);
    List<String> kept = new ArrayList<>();
    store.visitKeysBefore(Instant.now().plusSeconds(60), 100, kept::addAll);
    assertThat(kept.stream().filter(key -> key.contains(id.toString()))).hasSize(1);
  }

  private boolean isTaken() {
    try {
      send(new ByteArrayInputStream(TEXT));
      return true;
    } catch (UploadFailure late) {
      return false;
    }
  }

  private CompletableFuture<Void> sending(Held bytes) throws Exception {
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(() -> send(bytes), Thread::startVirtualThread);
    bytes.asked.await();
    return sending;
  }

  private static void assertWritesNoMore(CompletableFuture<Void> sending, Held bytes) {
    bytes.released.countDown();
    assertThatThrownBy(sending::join)
        .hasCauseInstanceOf(UploadFailure.class)
        .hasMessageContaining("came later");
  }

  private void send(InputStream bytes) {
    try {
      receiver.receive(sender, id, new UploadReceiver.Source(bytes, TEXT.length));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
