package io.protoworks.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginPropertiesTests {
  private final LoginProperties properties =
      new LoginProperties(
          5,
          50,
          Duration.ofHours(1),
          Duration.ofSeconds(5),
          Duration.ofMinutes(15),
          4,
          Duration.ofSeconds(10));

  @Test
  void theFirstFailuresBlockNothing() {
    assertThat(properties.blockAfter(4, 5)).isZero();
  }

  @Test
  void eachFurtherFailureDoublesTheBlock() {
    assertThat(properties.blockAfter(5, 5)).isEqualTo(Duration.ofSeconds(5));
    assertThat(properties.blockAfter(6, 5)).isEqualTo(Duration.ofSeconds(10));
    assertThat(properties.blockAfter(9, 5)).isEqualTo(Duration.ofSeconds(80));
  }

  @Test
  void noBlockIsLongerThanTheLongest() {
    assertThat(properties.blockAfter(13, 5)).isEqualTo(Duration.ofMinutes(15));
    assertThat(properties.blockAfter(Integer.MAX_VALUE, 5)).isEqualTo(Duration.ofMinutes(15));
  }
}
