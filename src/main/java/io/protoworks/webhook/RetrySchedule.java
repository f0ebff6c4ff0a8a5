package io.protoworks.webhook;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to wait before each attempt of a delivery. */
final class RetrySchedule {
  private final List<Duration> waits;
  private final double jitter;
  private final RandomGenerator random;

  RetrySchedule(List<Duration> waits, double jitter, RandomGenerator random) {
    this.waits = List.copyOf(waits);
    this.jitter = jitter;
    this.random = random;
  }

  /** The wait after so many attempts; null when there is no further one. */
  @Nullable Duration after(int attempts) {
    if (attempts >= waits.size()) {
      return null;
    }
    double share = 1 + jitter * (2 * random.nextDouble() - 1);
    return Duration.ofMillis(Math.round(waits.get(attempts).toMillis() * share));
  }

  int attempts() {
    return waits.size();
  }
}
