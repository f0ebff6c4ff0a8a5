package io.protoworks.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Api;
import io.protoworks.testing.OtherServer;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.TestDatabase;
import io.protoworks.webhook.Receiver.Received;
import io.protoworks.webhook.Webhooks.Made;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Two servers work for the same endpoints. In a database of their own: servers of other tests would
 * else do their work.
 */
@ServerTest
@TestPropertySource(
    properties = {
      "test.database=webhook_servers",
      WebhookServersTests.POLL,
      WebhookServersTests.HEARTBEAT
    })
class WebhookServersTests {
  static final String POLL = "protoworks.background.poll=50ms";
  static final String HEARTBEAT = "protoworks.background.heartbeat=500ms";
  private static final ProtocolType C1 = ProtocolType.C1;

  @Autowired Api api;
  @Autowired Play play;
  @Autowired Webhooks webhooks;
  @Autowired Scheduler scheduler;
  @Autowired Environment environment;

  private Receiver receiver;
  private Cast cast;
  private UUID template;
  private Made endpoint;

  @BeforeEach
  void look() throws IOException {
    receiver = Receiver.start();
    cast = play.cast();
    template = play.template(C1);
    endpoint =
        webhooks.create(
            cast.person(CompanyType.GERENCIADORA, UserRole.MANAGER).token(),
            cast.site().projectId(),
            receiver.url());
  }

  @AfterEach
  void stop() {
    scheduler.resume();
    receiver.close();
  }

  private OtherServer otherServer() throws IOException {
    return OtherServer.start(
        api,
        TestDatabase.address(environment),
        "512m",
        POLL,
        HEARTBEAT,
        "protoworks.files.folder=target/files/webhook-servers",
        "protoworks.webhook.secret-key=" + ServerTest.WEBHOOK_SECRET_KEY,
        "protoworks.webhook.allow-private-networks=true",
        "protoworks.webhook.schedule=" + ServerTest.WEBHOOK_SCHEDULE,
        "protoworks.webhook.timeout=30s");
  }

  private void drawUp(String tagId) {
    cast.create(template, C1, cast.equipment(tagId));
  }

  @Test
  void eachEventIsSentOnceAndInOrderThoughBothWork() throws Exception {
    try (OtherServer server = otherServer()) {
      List<String> expected = new ArrayList<>();
      for (int number = 1; number <= 20; number++) {
        drawUp("P-" + number);
        expected.add("protocol.created");
      }
      List<Received> messages = receiver.next(expected.size());
      assertThat(messages).extracting(Received::type).isEqualTo(expected);
      assertThat(messages).extracting(Received::id).doesNotHaveDuplicates();
      List<JsonNode> log = webhooks.awaitSettled(endpoint, expected.size());
      assertThat(log)
          .extracting(delivery -> delivery.path("messageId").asString())
          .containsExactlyElementsOf(messages.stream().map(Received::id).toList());
      assertThat(receiver.rest()).isEmpty();
      assertThat(server.isRunning()).isTrue();
    }
  }

  /** What was under way is sent again under the same id, and then what comes after it. */
  @Test
  void whatAKilledServerHadBegunIsTakenOver() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    receiver.then(
        exchange -> {
          try {
            over.await(60, TimeUnit.SECONDS);
          } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
          }
        });
    scheduler.pause();
    Received first;
    try (OtherServer server = otherServer()) {
      drawUp("P-1");
      first = receiver.next();
      drawUp("P-2");
      server.kill();
    }
    scheduler.resume();
    List<Received> messages = receiver.next(2);
    over.countDown();
    assertThat(messages.getFirst().id()).isEqualTo(first.id());
    assertThat(messages.getFirst().body()).isEqualTo(first.body());
    assertThat(messages.getLast().id()).isNotEqualTo(first.id());
    assertThat(webhooks.awaitSettled(endpoint, 2))
        .extracting(delivery -> delivery.path("status").asString())
        .containsOnly("DELIVERED");
  }
}
