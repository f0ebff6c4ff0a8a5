package io.protoworks.pendency;

import static io.protoworks.pendency.PendencyRows.CLEARER;
import static io.protoworks.pendency.PendencyRows.REQUESTER;
import static io.protoworks.pendency.PendencyRows.pendency;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.template.PendencyType;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When something can be done: every step in every state that a pendency can be in. */
class PendencyRulesTests {
  private static final UUID SOMEBODY = new UUID(0, 99);

  @ParameterizedTest
  @CsvSource({
    "OPEN, false,, CLEAR COMMENT ATTACH DETACH CHANGE ASSIGN CHANGE_TYPE",
    "OPEN, true,, VERIFY REFUSE COMMENT ATTACH CHANGE_TYPE",
    "OPEN, false, PB, CLEAR COMMENT ATTACH DETACH CHANGE ASSIGN CONFIRM_TYPE_CHANGE REFUSE_TYPE_CHANGE",
    "OPEN, true, PB, VERIFY REFUSE COMMENT ATTACH CONFIRM_TYPE_CHANGE REFUSE_TYPE_CHANGE",
    "RESOLVED, true,, COMMENT"
  })
  void eachStateHasItsSteps(
      PendencyStatus status, boolean cleared, @Nullable PendencyType requested, String steps) {
    assertThat(possible(pendency(status, cleared, requested), SOMEBODY)).isEqualTo(steps);
  }

  @Test
  void whoClearedDoesNotVerify() {
    assertThat(possible(pendency(PendencyStatus.OPEN, true, null), CLEARER))
        .isEqualTo("COMMENT ATTACH CHANGE_TYPE");
  }

  @Test
  void whoAskedForAnotherTypeDoesNotConfirmIt() {
    assertThat(possible(pendency(PendencyStatus.OPEN, false, PendencyType.PC), REQUESTER))
        .isEqualTo("CLEAR COMMENT ATTACH DETACH CHANGE ASSIGN REFUSE_TYPE_CHANGE");
  }

  private static String possible(Pendency pendency, UUID user) {
    return Arrays.stream(PendencyStep.values())
        .filter(step -> PendencyRules.obstacle(step, pendency, user) == null)
        .map(PendencyStep::name)
        .collect(Collectors.joining(" "));
  }
}
