package io.protoworks.pendency;

import static io.protoworks.pendency.PendencyRows.CLEARING;
import static io.protoworks.pendency.PendencyRows.OTHER;
import static io.protoworks.pendency.PendencyRows.RAISING;
import static io.protoworks.pendency.PendencyRows.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.UserRole;
import io.protoworks.plant.ProjectStanding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what: every step with every side that a company can be on, and every role. */
class PendencyPartiesTests {
  private static final String RAISE = PendencyPermission.RAISE;
  private static final String CLEAR = PendencyPermission.CLEAR;
  private static final String VERIFY = PendencyPermission.VERIFY;

  /** What each base role permits of pendencies, as the changelog seeds it. */
  private static final Map<UserRole, List<String>> PERMISSIONS =
      Map.of(
          UserRole.TECHNICIAN, List.of(RAISE, CLEAR, VERIFY),
          UserRole.MANAGER, List.of(RAISE, CLEAR, VERIFY),
          UserRole.ENGINEERING, List.of(RAISE, CLEAR, VERIFY),
          UserRole.CLIENT, List.of(RAISE, VERIFY),
          UserRole.SUPPLIER, List.of(RAISE, CLEAR));

  /** The sides that a company can be on; all but the last take part in the project. */
  private enum Side {
    RAISER,
    CLEARER,
    GERENCIADORA,
    CLIENTE,
    OUTSIDE;

    private ProjectStanding as(UserRole role) {
      List<String> permissions = PERMISSIONS.getOrDefault(role, List.of());
      return switch (this) {
        case RAISER -> standing(RAISING, List.of("COMISSIONADORA"), permissions);
        case CLEARER -> standing(CLEARING, List.of("MONTADORA"), permissions);
        case GERENCIADORA, CLIENTE -> standing(OTHER, List.of(name()), permissions);
        case OUTSIDE -> standing(OTHER, List.of(), permissions);
      };
    }
  }

  static Stream<Arguments> table() {
    String raisersAndManagers = "RAISER GERENCIADORA";
    return Stream.of(
        Arguments.of(PendencyStep.CLEAR, "CLEARER", List.of(CLEAR)),
        Arguments.of(PendencyStep.VERIFY, raisersAndManagers, List.of(VERIFY)),
        Arguments.of(PendencyStep.REFUSE, raisersAndManagers, List.of(VERIFY)),
        Arguments.of(PendencyStep.CONFIRM_TYPE_CHANGE, raisersAndManagers, List.of(VERIFY)),
        Arguments.of(PendencyStep.REFUSE_TYPE_CHANGE, raisersAndManagers, List.of(VERIFY)),
        Arguments.of(PendencyStep.CHANGE, raisersAndManagers, List.of(RAISE)),
        Arguments.of(PendencyStep.CHANGE_TYPE, raisersAndManagers, List.of(RAISE)),
        Arguments.of(
            PendencyStep.COMMENT,
            "RAISER CLEARER GERENCIADORA CLIENTE",
            List.of(RAISE, CLEAR, VERIFY)));
  }

  @ParameterizedTest
  @MethodSource("table")
  void onlyTheRightSideAndPermissionDoes(
      PendencyStep step, String sides, List<String> permissions) {
    Set<String> expected = new TreeSet<>();
    for (String side : sides.split(" ", -1)) {
      PERMISSIONS.forEach(
          (role, held) -> {
            if (permissions.stream().anyMatch(held::contains)) {
              expected.add(side + "/" + role);
            }
          });
    }
    assertThat(who(step)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(names = {"ASSIGN", "ATTACH", "DETACH"})
  void whoeverClearsOrRaisedDoes(PendencyStep step) {
    assertThat(who(step))
        .containsExactlyInAnyOrder(
            "CLEARER/TECHNICIAN",
            "CLEARER/MANAGER",
            "CLEARER/ENGINEERING",
            "CLEARER/SUPPLIER",
            "RAISER/TECHNICIAN",
            "RAISER/MANAGER",
            "RAISER/ENGINEERING",
            "RAISER/CLIENT",
            "RAISER/SUPPLIER",
            "GERENCIADORA/TECHNICIAN",
            "GERENCIADORA/MANAGER",
            "GERENCIADORA/ENGINEERING",
            "GERENCIADORA/CLIENT",
            "GERENCIADORA/SUPPLIER");
  }

  @Test
  void everyCompanyThatTakesPartRaises() {
    for (Side side : Side.values()) {
      for (UserRole role : UserRole.values()) {
        assertThat(PendencyParties.mayRaise(side.as(role)))
            .as("%s/%s", side, role)
            .isEqualTo(side != Side.OUTSIDE && role != UserRole.ADMIN);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyStepSaysWhoDoesIt(PendencyStep step) {
    assertThat(PendencyParties.whoDoes(step)).endsWith(".");
  }

  private static Set<String> who(PendencyStep step) {
    Pendency pendency = PendencyRows.pendency(PendencyStatus.OPEN, false, null);
    Set<String> allowed = new TreeSet<>();
    for (Side side : Side.values()) {
      for (UserRole role : UserRole.values()) {
        if (PendencyParties.may(step, pendency, side.as(role))) {
          allowed.add(side + "/" + role);
        }
      }
    }
    return allowed;
  }
}
