package io.protoworks.webhook;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Webhooks.
 *
 * @param secretKey encrypts the secrets at rest; 32 bytes in base 64, the same on every node.
 *     Without one it is made once and kept in {@code secretKeyFile}
 * @param secretKeyFile beside the folder of the files when it is left out
 * @param allowPrivateNetworks whether endpoints may be on this machine, on private networks, and
 *     without TLS: for development and for plants that are one private network
 * @param schedule how long to wait before each attempt; after the last an event is given up and its
 *     endpoint disabled
 * @param jitter by which share of it each wait is longer or shorter, so that many don't meet
 * @param rotation how long a secret signs beside the one that replaced it
 * @param connectTimeout how long a receiver has to accept a connection
 * @param timeout how long an attempt takes at most, from looking up the name to the last byte
 * @param largestAnswer how much of an answer is read
 * @param largestPayload how large a body may be
 * @param poll how often an endpoint is looked at when nobody hints that there is something new
 * @param retention how long deliveries are kept once they are settled
 */
@ConfigurationProperties("protoworks.webhook")
record WebhookProperties(
    @Nullable String secretKey,
    @Nullable Path secretKeyFile,
    @DefaultValue("false") boolean allowPrivateNetworks,
    @DefaultValue({"0s", "5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"})
        List<Duration> schedule,
    @DefaultValue("0.2") double jitter,
    @DefaultValue("24h") Duration rotation,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("15s") Duration timeout,
    @DefaultValue("64KB") DataSize largestAnswer,
    @DefaultValue("256KB") DataSize largestPayload,
    @DefaultValue("1m") Duration poll,
    @DefaultValue("90d") Duration retention) {

  WebhookProperties {
    if (schedule.isEmpty() || jitter < 0 || jitter >= 1) {
      throw new IllegalStateException(
          "protoworks.webhook.schedule needs an entry, and jitter is from 0 to less than 1.");
    }
  }
}
