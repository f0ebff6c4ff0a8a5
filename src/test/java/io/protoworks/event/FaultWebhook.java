package io.protoworks.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.protoworks.webhook.Webhooks;
import io.protoworks.webhook.Webhooks.Made;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A webhook to a flaky receiver. */
final class FaultWebhook implements AutoCloseable {
  /** So many that no event is given up, though one of four attempts fails. */
  static final String SCHEDULE = "0ms" + ",20ms".repeat(19);

  private final Webhooks webhooks;
  private final UUID project;
  private final FaultReceiver receiver;
  private final Made endpoint;

  /**
   * Makes it.
   *
   * @param filter such as {@code eventTypes}
   */
  FaultWebhook(
      Webhooks webhooks, String token, UUID project, Map<String, Object> filter, long seed) {
    this.webhooks = webhooks;
    this.project = project;
    receiver = FaultReceiver.start(seed);
    endpoint = webhooks.create(token, project, receiver.url(), filter);
  }

  /** What the receiver has taken, each at first, is this and in this order, or soon will be. */
  void requireDelivered(List<Long> events, Duration patience) {
    await()
        .atMost(patience)
        .pollInterval(Duration.ofMillis(250))
        .untilAsserted(() -> assertThat(receiver.taken(project)).isEqualTo(events));
    assertThat(receiver.changed()).isEmpty();
    assertThat(receiver.failed()).isPositive();
    assertThat(receiver.repeated()).isPositive();
    JsonNode state = webhooks.look(endpoint);
    assertThat(state.path("isActive").asBoolean()).as("%s", state).isTrue();
  }

  @Override
  public String toString() {
    return "%d failed, %d repeated".formatted(receiver.failed(), receiver.repeated());
  }

  @Override
  public void close() {
    receiver.close();
  }
}
