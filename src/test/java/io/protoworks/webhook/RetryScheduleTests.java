package io.protoworks.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryScheduleTests {
  private static final List<Duration> WAITS =
      List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofMinutes(5));

  @Test
  void waitsAreThoseOfTheScheduleAndThenItEnds() {
    RetrySchedule schedule = new RetrySchedule(WAITS, 0, new Random(1));
    assertThat(schedule.after(0)).isEqualTo(Duration.ZERO);
    assertThat(schedule.after(1)).isEqualTo(Duration.ofSeconds(5));
    assertThat(schedule.after(2)).isEqualTo(Duration.ofMinutes(5));
    assertThat(schedule.after(3)).isNull();
  }

  @Test
  void eachWaitIsALittleLongerOrShorter() {
    RetrySchedule schedule = new RetrySchedule(WAITS, 0.2, new Random(1));
    List<Duration> waits = Stream.generate(() -> schedule.after(2)).limit(1_000).toList();
    assertThat(waits)
        .allSatisfy(
            wait -> assertThat(wait).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6)));
    assertThat(waits).anyMatch(wait -> wait.toSeconds() < 250);
    assertThat(waits).anyMatch(wait -> wait.toSeconds() > 350);
  }
}
