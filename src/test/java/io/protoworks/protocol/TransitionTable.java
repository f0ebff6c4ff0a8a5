package io.protoworks.protocol;

import static io.protoworks.identity.CompanyType.CLIENTE;
import static io.protoworks.identity.CompanyType.COMISSIONADORA;
import static io.protoworks.identity.CompanyType.FORNECEDOR;
import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static io.protoworks.identity.CompanyType.MONTADORA;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import io.protoworks.template.ProtocolType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rule book's table, as it is written: which step begins where, where it leads, and who takes
 * it. It asks nothing of the code that it is held against.
 */
final class TransitionTable {
  /** A step: from a status and what is judged of its items, to a status and what is then. */
  private static final String STEPS =
      """
      releaseProtocol       | CREATED       |          | RELEASED    | PENDING  | RELEASER
      fillItems             | RELEASED      | PENDING  | IN_PROGRESS | PENDING  | FILLER
      fillItems             | IN_PROGRESS   | PENDING  | IN_PROGRESS | PENDING  | FILLER
      submitProtocol        | IN_PROGRESS   | PENDING  | SUBMITTED   | PENDING  | FILLER
      approveProtocol       | SUBMITTED     | PENDING  | APPROVED    | PENDING  | EXECUTOR
      validateProtocol      | APPROVED      | APPROVED | VALIDATED   | APPROVED | MANAGEMENT
      finalizeProtocol      | VALIDATED     | APPROVED | FINALIZED   | APPROVED | FINALIZER
      rejectProtocol        | SUBMITTED     | PENDING  | REJECTED    | PENDING  | EXECUTOR
      rejectProtocol        | SUBMITTED     | REJECTED | REJECTED    | REJECTED | EXECUTOR
      rejectProtocol        | APPROVED      | PENDING  | REJECTED    | PENDING  | MANAGEMENT
      rejectProtocol        | VALIDATED     | APPROVED | REJECTED    | APPROVED | FINALIZER
      resumeProtocol        | REJECTED      | PENDING  | IN_PROGRESS | PENDING  | FILLER EXECUTOR
      resumeProtocol        | REJECTED      | REJECTED | IN_PROGRESS | PENDING  | FILLER EXECUTOR
      reopenProtocol        | FINALIZED     | APPROVED | REJECTED    | APPROVED | OWNER
      reopenProtocol        | FINALIZED     | APPROVED | REJECTED    | REJECTED | OWNER
      cancelProtocol        | CREATED       |          | CANCELLED   |          | CANCELLER
      cancelProtocol        | AWAITING_GATE | PENDING  | CANCELLED   | PENDING  | CANCELLER
      cancelProtocol        | RELEASED      | PENDING  | CANCELLED   | PENDING  | CANCELLER
      cancelProtocol        | IN_PROGRESS   | PENDING  | CANCELLED   | PENDING  | CANCELLER
      cancelProtocol        | SUBMITTED     | PENDING  | CANCELLED   | PENDING  | CANCELLER
      cancelProtocol        | APPROVED      | PENDING  | CANCELLED   | PENDING  | CANCELLER
      cancelProtocol        | VALIDATED     | APPROVED | CANCELLED   | APPROVED | CANCELLER
      cancelProtocol        | REJECTED      | REJECTED | CANCELLED   | REJECTED | CANCELLER
      approveItems          | APPROVED      | PENDING  | APPROVED    | APPROVED | MANAGEMENT
      rejectItems           | SUBMITTED     | PENDING  | SUBMITTED   | REJECTED | EXECUTOR
      rejectItems           | APPROVED      | PENDING  | APPROVED    | REJECTED | MANAGEMENT
      rejectItems           | VALIDATED     | APPROVED | VALIDATED   | REJECTED | FINALIZER
      withdrawItemApprovals | SUBMITTED     | REJECTED | SUBMITTED   | PENDING  | EXECUTOR
      withdrawItemApprovals | APPROVED      | APPROVED | APPROVED    | PENDING  | MANAGEMENT
      """;

  /** By part and role; EXECUTING, SUPPLYING and FINISHING are whoever they are where it is. */
  private static final Map<String, Set<String>> DOERS =
      Map.of(
          "RELEASER",
              Set.of(
                  "GERENCIADORA/ENGINEERING",
                  "GERENCIADORA/MANAGER",
                  "MONTADORA/ENGINEERING",
                  "MONTADORA/MANAGER",
                  "*/ADMIN"),
          "FILLER", Set.of("EXECUTING/TECHNICIAN", "SUPPLYING/SUPPLIER"),
          "EXECUTOR", Set.of("EXECUTING/MANAGER"),
          "MANAGEMENT", Set.of("GERENCIADORA/ENGINEERING", "GERENCIADORA/MANAGER"),
          "FINALIZER", Set.of("FINISHING"),
          "OWNER", Set.of("CLIENTE/CLIENT", "*/ADMIN"),
          "CANCELLER", Set.of("GERENCIADORA/ENGINEERING", "*/ADMIN"));

  private static final Set<String> DEPEND_ON_THE_STAGE = Set.of("FILLER", "EXECUTOR", "FINALIZER");

  private TransitionTable() {}

  /** Where protocols are played: a stage, who executes it and who finalizes it. */
  enum Setting {
    C1(ProtocolType.C1, MONTADORA, COMISSIONADORA, UserRole.MANAGER),
    C1_OF_A_SUPPLIER(ProtocolType.C1, FORNECEDOR, COMISSIONADORA, UserRole.MANAGER),
    C1_WITHOUT_A_COMMISSIONER(ProtocolType.C1, MONTADORA, CLIENTE, UserRole.CLIENT),
    C2(ProtocolType.C2, COMISSIONADORA, CLIENTE, UserRole.CLIENT),
    C3(ProtocolType.C3, COMISSIONADORA, CLIENTE, UserRole.CLIENT),
    C4(ProtocolType.C4, COMISSIONADORA, CLIENTE, UserRole.CLIENT);

    private final ProtocolType stage;
    private final CompanyType executor;
    private final CompanyType finalizer;
    private final UserRole finalizing;

    Setting(ProtocolType stage, CompanyType executor, CompanyType finalizer, UserRole finalizing) {
      this.stage = stage;
      this.executor = executor;
      this.finalizer = finalizer;
      this.finalizing = finalizing;
    }

    ProtocolType stage() {
      return stage;
    }

    CompanyType executor() {
      return executor;
    }

    /** A SUPPLIER works for a FORNECEDOR, a TECHNICIAN for any other company. */
    UserRole filling() {
      return executor == FORNECEDOR ? UserRole.SUPPLIER : UserRole.TECHNICIAN;
    }

    CompanyType finalizer() {
      return finalizer;
    }

    UserRole finalizing() {
      return finalizing;
    }

    boolean takesPart(CompanyType part) {
      return part != COMISSIONADORA || this != C1_WITHOUT_A_COMMISSIONER;
    }

    /** ADMIN sees all, a SUPPLIER what names their company: here as what executes it. */
    boolean sees(CompanyType part, UserRole role) {
      return role == UserRole.ADMIN
          || (takesPart(part) && (role != UserRole.SUPPLIER || part == executor));
    }

    /** Whose turn it is where a signature, or its refusal, passes it on. */
    CompanyType turn(ProtocolStatus status) {
      return switch (status) {
        case APPROVED -> GERENCIADORA;
        case VALIDATED -> finalizer;
        default -> executor;
      };
    }

    /** The steps to be played here: all, or those whose doers are others than in C1 and C2. */
    List<Step> steps() {
      return switch (this) {
        case C1 -> all().filter(step -> step.from() != ProtocolStatus.AWAITING_GATE).toList();
        case C1_OF_A_SUPPLIER ->
            all().filter(step -> step.to() != ProtocolStatus.CANCELLED).toList();
        case C2 -> all().toList();
        case C1_WITHOUT_A_COMMISSIONER ->
            all().filter(step -> step.who().contains("FINALIZER")).toList();
        case C3, C4 ->
            all()
                .filter(step -> step.who().stream().anyMatch(DEPEND_ON_THE_STAGE::contains))
                .toList();
      };
    }

    private boolean is(String doer, CompanyType part, UserRole role) {
      return (part + "/" + role)
          .equals(
              doer.replace("*", part.name())
                  .replace("EXECUTING", executor.name())
                  .replace("SUPPLYING", executor == FORNECEDOR ? executor.name() : "nobody")
                  .replace("FINISHING", finalizer + "/" + finalizing));
    }
  }

  /** A line of the table; what is judged of items is the same for all of them, or blank. */
  record Step(
      String mutation,
      ProtocolStatus from,
      String itemsBefore,
      ProtocolStatus to,
      String itemsAfter,
      Set<String> who) {
    boolean isFor(Setting setting, CompanyType part, UserRole role) {
      return who.stream()
          .flatMap(doers -> DOERS.getOrDefault(doers, Set.of()).stream())
          .anyMatch(doer -> setting.is(doer, part, role));
    }

    /** Whether the call names items beside the protocol. */
    boolean namesItems() {
      return mutation.endsWith("Items")
          || mutation.equals("withdrawItemApprovals")
          || (mutation.equals("reopenProtocol") && itemsAfter.equals("REJECTED"));
    }

    @Override
    public String toString() {
      return "%s %s, items %s to %s".formatted(mutation, from, itemsBefore, itemsAfter);
    }
  }

  static Stream<Step> all() {
    return STEPS.lines().map(TransitionTable::read);
  }

  private static Step read(String line) {
    List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    return new Step(
        cells.get(0),
        ProtocolStatus.valueOf(cells.get(1)),
        cells.get(2),
        ProtocolStatus.valueOf(cells.get(3)),
        cells.get(4),
        Set.of(cells.get(5).split(" ", -1)));
  }

  /** The steps that do not begin in this status, one for all who take it somewhere else. */
  static List<Step> notBeginningIn(ProtocolStatus status) {
    Set<String> beginning =
        all()
            .filter(step -> step.from() == status)
            .map(Step::mutation)
            .collect(Collectors.toUnmodifiableSet());
    Map<List<Object>, Step> others = new LinkedHashMap<>();
    all()
        .filter(step -> !beginning.contains(step.mutation()))
        .forEach(step -> others.putIfAbsent(List.of(step.mutation(), step.who()), step));
    return List.copyOf(others.values());
  }
}
