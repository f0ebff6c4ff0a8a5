package io.protoworks.protocol;

import static io.protoworks.identity.CompanyType.CLIENTE;
import static io.protoworks.identity.CompanyType.COMISSIONADORA;
import static io.protoworks.identity.CompanyType.FORNECEDOR;
import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static io.protoworks.identity.CompanyType.MONTADORA;
import static io.protoworks.identity.UserRole.ADMIN;
import static io.protoworks.identity.UserRole.CLIENT;
import static io.protoworks.identity.UserRole.ENGINEERING;
import static io.protoworks.identity.UserRole.MANAGER;
import static io.protoworks.identity.UserRole.SUPPLIER;
import static io.protoworks.identity.UserRole.TECHNICIAN;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.ProjectStanding;
import io.protoworks.template.ProtocolType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may take which step: every transition with every part that a company can have and every role,
 * against the table of the rule book.
 */
class ProtocolPartiesTests {
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-02-03T12:00:00Z");

  /** What each base role permits of protocols, as the changelog seeds it. */
  private static final Map<UserRole, List<String>> PERMISSIONS =
      Map.of(
          ADMIN, List.of(ProtocolPermission.ADMINISTER),
          ENGINEERING,
              List.of(
                  ProtocolPermission.RELEASE,
                  ProtocolPermission.VALIDATE,
                  ProtocolPermission.CANCEL),
          MANAGER,
              List.of(
                  ProtocolPermission.RELEASE,
                  ProtocolPermission.APPROVE,
                  ProtocolPermission.VALIDATE,
                  ProtocolPermission.FINALIZE),
          TECHNICIAN, List.of(ProtocolPermission.EXECUTE),
          SUPPLIER, List.of(ProtocolPermission.SUPPLY),
          CLIENT, List.of(ProtocolPermission.ACCEPT));

  private static final Set<String> EVERYWHERE_ADMIN = admins();

  static Stream<Arguments> table() {
    return Stream.of(
        row(
            ProtocolTransition.RELEASE,
            "GERENCIADORA/ENGINEERING GERENCIADORA/MANAGER MONTADORA/ENGINEERING MONTADORA/MANAGER",
            true),
        row(ProtocolTransition.START, "EXECUTOR/TECHNICIAN", false),
        row(ProtocolTransition.SUBMIT, "EXECUTOR/TECHNICIAN", false),
        row(ProtocolTransition.APPROVE, "EXECUTOR/MANAGER", false),
        row(ProtocolTransition.VALIDATE, "GERENCIADORA/ENGINEERING GERENCIADORA/MANAGER", false),
        row(ProtocolTransition.RESUME, "EXECUTOR/TECHNICIAN EXECUTOR/MANAGER", false),
        row(ProtocolTransition.REOPEN, "CLIENTE/CLIENT", true),
        row(ProtocolTransition.CANCEL, "GERENCIADORA/ENGINEERING", true));
  }

  private static Arguments row(
      ProtocolTransition transition, String allowed, boolean administrators) {
    return Arguments.of(transition, allowed, administrators);
  }

  @ParameterizedTest
  @MethodSource("table")
  void onlyTheRightPartAndRoleTakesAStep(
      ProtocolTransition transition, String allowed, boolean administrators) {
    for (ProtocolType stage : ProtocolType.values()) {
      CompanyType executor = stage == ProtocolType.C1 ? MONTADORA : COMISSIONADORA;
      Set<String> expected = new TreeSet<>();
      for (String one : allowed.split(" ", -1)) {
        expected.add(one.replace("EXECUTOR", executor.name()));
      }
      if (administrators) {
        expected.addAll(EVERYWHERE_ADMIN);
      }
      assertThat(who(transition, stage, executor, startOf(transition), true))
          .as("%s at %s", transition, stage)
          .isEqualTo(expected);
    }
  }

  static Stream<Arguments> finalizers() {
    return Stream.of(
        Arguments.of(ProtocolType.C1, true, "COMISSIONADORA/MANAGER"),
        Arguments.of(ProtocolType.C1, false, "CLIENTE/CLIENT"),
        Arguments.of(ProtocolType.C2, true, "CLIENTE/CLIENT"),
        Arguments.of(ProtocolType.C3, true, "CLIENTE/CLIENT"),
        Arguments.of(ProtocolType.C4, true, "CLIENTE/CLIENT"));
  }

  @ParameterizedTest
  @MethodSource("finalizers")
  void theLastSignatureIsTheCommissionersOrTheClients(
      ProtocolType stage, boolean hasCommissioner, String expected) {
    assertThat(
            who(
                ProtocolTransition.FINALIZE,
                stage,
                MONTADORA,
                ProtocolStatus.VALIDATED,
                hasCommissioner))
        .containsExactly(expected);
  }

  @ParameterizedTest
  @MethodSource("finalizers")
  void whoseTurnItIsRejects(ProtocolType stage, boolean hasCommissioner, String finalizer) {
    CompanyType executor = stage == ProtocolType.C1 ? MONTADORA : COMISSIONADORA;
    assertThat(
            who(
                ProtocolTransition.REJECT,
                stage,
                executor,
                ProtocolStatus.SUBMITTED,
                hasCommissioner))
        .containsExactly(executor + "/MANAGER");
    assertThat(
            who(
                ProtocolTransition.REJECT,
                stage,
                executor,
                ProtocolStatus.APPROVED,
                hasCommissioner))
        .containsExactly("GERENCIADORA/ENGINEERING", "GERENCIADORA/MANAGER");
    assertThat(
            who(
                ProtocolTransition.REJECT,
                stage,
                executor,
                ProtocolStatus.VALIDATED,
                hasCommissioner))
        .containsExactly(finalizer);
  }

  @Test
  void aSupplierFillsWhatItsOwnCompanyExecutes() {
    assertThat(
            who(
                ProtocolTransition.SUBMIT,
                ProtocolType.C1,
                FORNECEDOR,
                ProtocolStatus.IN_PROGRESS,
                true))
        .containsExactly("FORNECEDOR/SUPPLIER", "FORNECEDOR/TECHNICIAN");
  }

  /** All pairs of part and role that may take the step, as {@code PART/ROLE}. */
  private static Set<String> who(
      ProtocolTransition transition,
      ProtocolType stage,
      CompanyType executor,
      ProtocolStatus status,
      boolean hasCommissioner) {
    Set<String> allowed = new TreeSet<>();
    for (CompanyType part : CompanyType.values()) {
      for (UserRole role : UserRole.values()) {
        if (ProtocolParties.may(
            transition,
            protocol(stage, status, company(executor)),
            facts(executor, hasCommissioner),
            standing(part, role))) {
          allowed.add(part + "/" + role);
        }
      }
    }
    return allowed;
  }

  private static ProtocolStatus startOf(ProtocolTransition transition) {
    return Stream.of(ProtocolStatus.values())
        .filter(transition::startsAt)
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> admins() {
    Set<String> admins = new TreeSet<>();
    for (CompanyType part : CompanyType.values()) {
      admins.add(part + "/ADMIN");
    }
    return admins;
  }

  private static UUID company(CompanyType part) {
    return UUID.nameUUIDFromBytes(part.name().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static ProjectStanding standing(CompanyType part, UserRole role) {
    return new ProjectStanding(
        new UUID(0, 0),
        company(part),
        List.of(part.name()),
        PERMISSIONS.getOrDefault(role, List.of()));
  }

  static Protocol protocol(ProtocolType stage, ProtocolStatus status, UUID executor) {
    UUID id = new UUID(0, 1);
    return new Protocol(
        id, 1, id, stage, id, id, status, 1, executor, executor, null, false, 0, 0, 0, NOW, null,
        true, 1, NOW, NOW, id, id);
  }

  static ProtocolFacts facts(CompanyType executor, boolean hasCommissioner) {
    UUID id = new UUID(0, 1);
    @Nullable UUID commissioner = hasCommissioner ? company(COMISSIONADORA) : null;
    return new ProtocolFacts(
        id,
        true,
        List.of(id),
        false,
        List.of(executor.name()),
        company(GERENCIADORA),
        commissioner,
        company(CLIENTE),
        null,
        true,
        true,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "0",
        "0",
        false,
        "image");
  }
}
