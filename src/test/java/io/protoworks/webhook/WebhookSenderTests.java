package io.protoworks.webhook;

import static io.protoworks.webhook.Receiver.hangUp;
import static io.protoworks.webhook.Receiver.redirect;
import static io.protoworks.webhook.Receiver.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.webhook.WebhookSender.Answer;
import io.protoworks.webhook.WebhookSender.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** One message is posted once, whatever the receiver does, and never into a private network. */
class WebhookSenderTests {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int LARGEST = 64 * 1024;

  private Receiver receiver;
  private WebhookSender sender;
  private WebhookSender guarded;

  @BeforeEach
  void start() throws IOException {
    receiver = Receiver.start();
    WebhookProperties properties = properties();
    sender = new WebhookSender(properties, new AddressGuard(true));
    guarded = new WebhookSender(properties, new AddressGuard(false));
  }

  @AfterEach
  void stop() throws IOException {
    receiver.close();
    sender.close();
    guarded.close();
  }

  private static WebhookProperties properties() {
    return new WebhookProperties(
        null,
        null,
        false,
        List.of(Duration.ZERO),
        0,
        Duration.ofDays(1),
        Duration.ofSeconds(1),
        PATIENCE,
        DataSize.ofBytes(LARGEST),
        DataSize.ofKilobytes(256),
        Duration.ofMinutes(1),
        Duration.ofDays(90));
  }

  private static Message message(URI url) {
    return new Message(url, "an-id", 1_700_000_000, List.of("v1,a", "v1a,b"), "{\"é\": 1}");
  }

  private Answer send(Receiver.Reaction reaction) {
    receiver.then(reaction);
    return sender.send(message(receiver.url("/hook?key=1")));
  }

  @Test
  void theMessageComesAsItIs() {
    Answer answer = send(status(201, "taken"));
    assertThat(answer).isEqualTo(new Answer(201, null, "taken"));
    Receiver.Received message = receiver.next();
    assertThat(message.body()).isEqualTo("{\"é\": 1}");
    assertThat(message.id()).isEqualTo("an-id");
    assertThat(message.timestamp()).isEqualTo(1_700_000_000);
    assertThat(message.headers().allValues("webhook-signature")).containsExactly("v1,a v1a,b");
  }

  @Test
  void onlySuccessCountsAsTaken() {
    assertThat(send(status(204)).error()).isNull();
    assertThat(send(status(500, "no")))
        .isEqualTo(new Answer(500, "It answered 500 instead of 2xx.", "no"));
    assertThat(send(status(410)).statusCode()).isEqualTo(410);
  }

  @Test
  void aRedirectIsNotFollowed() {
    Answer answer = send(redirect(receiver.url("/elsewhere").toString()));
    assertThat(answer.statusCode()).isEqualTo(307);
    assertThat(answer.error()).contains("redirect");
    assertThat(receiver.next(1)).extracting(Receiver.Received::path).containsExactly("/hook");
    assertThat(receiver.rest()).isEmpty();
  }

  @Test
  void whoHangsUpIsNotAskedAgain() {
    assertThat(send(hangUp()).error()).contains("connection broke");
    assertThat(receiver.next(1)).hasSize(1);
    assertThat(receiver.rest()).isEmpty();
  }

  @Test
  void nobodyThereIsSaid() {
    receiver.close();
    assertThat(sender.send(message(receiver.url("/"))).error()).contains("connected");
  }

  /** It goes on for ever: a little of it is read, and the connection closed. */
  @Test
  void aHugeAnswerIsCut() throws InterruptedException {
    AtomicLong written = new AtomicLong();
    CountDownLatch ended = new CountDownLatch(1);
    Answer answer =
        send(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              try (OutputStream body = exchange.getResponseBody()) {
                while (true) {
                  body.write(new byte[8_192]);
                  written.addAndGet(8_192);
                }
              } finally {
                ended.countDown();
              }
            });
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.error()).isNull();
    assertThat(answer.text()).hasSize(1_000);
    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(written).hasValueLessThan(64L * 1024 * 1024);
  }

  /** A byte now and then keeps no connection open for longer than the whole may take. */
  @Test
  void aSlowAnswerIsGivenUp() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    long begin = System.nanoTime();
    Answer answer =
        send(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              OutputStream body = exchange.getResponseBody();
              while (!isOver(over)) {
                body.write('.');
                body.flush();
              }
            });
    over.countDown();
    assertThat(answer.error()).contains("longer than 2 s");
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isBetween(PATIENCE, PATIENCE.multipliedBy(4));
  }

  private static boolean isOver(CountDownLatch over) throws IOException {
    try {
      return over.await(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException(stopping);
    }
  }

  /** Names and literals in every form; nothing is connected to. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0177.0.0.1",
        "0x7f.0.0.1",
        "0x7f000001",
        "017700000001",
        "0",
        "0.0.0.0",
        "localhost",
        "LOCALHOST",
        "localhost.",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::ffff:10.0.0.1]",
        "[fe80::1]",
        "[fc00::1]",
        "[fd12:3456::1]",
        "[ff02::1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[2001:db8::1]"
      })
  void noRequestReachesAPrivateNetwork(String host) {
    String address = "http://%s:%d/".formatted(host, receiver.url("/").getPort());
    Answer answer = guarded.send(message(URI.create(address)));
    assertThat(answer.statusCode()).isNull();
    assertThat(answer.error())
        .containsAnyOf("private network", "name is not known", "names no host");
    assertThat(receiver.rest()).isEmpty();
  }
}
