package io.protoworks.protocol;

import io.protoworks.identity.CompanyType;
import io.protoworks.plant.ProjectStanding;
import io.protoworks.template.ProtocolType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what with a protocol: the part of their company in the project, and a permission. And
 * whose turn it is after a step.
 */
final class ProtocolParties {
  private ProtocolParties() {}

  /** Whether the viewer is somebody who does this; whether it can be done now is another matter. */
  static boolean may(
      ProtocolTransition transition,
      Protocol protocol,
      ProtocolFacts facts,
      ProjectStanding viewer) {
    return switch (transition) {
      case RELEASE -> mayRelease(viewer);
      case START, SUBMIT -> mayExecute(protocol, facts, viewer);
      case APPROVE -> mayApprove(protocol, viewer);
      case VALIDATE -> mayValidate(viewer);
      case FINALIZE -> mayFinalize(protocol, facts, viewer);
      case REJECT ->
          protocol.status().isVerified()
              ? hasTurn(protocol, facts, viewer)
              : mayVerify(protocol, facts, viewer);
      case RESUME -> mayExecute(protocol, facts, viewer) || mayApprove(protocol, viewer);
      case REOPEN -> mayAccept(viewer) || mayAdminister(viewer);
      case CANCEL ->
          mayAdminister(viewer)
              || (viewer.may(ProtocolPermission.CANCEL)
                  && viewer.hasPart(CompanyType.GERENCIADORA));
    };
  }

  /** Who may draw protocols up and release them. */
  static boolean mayRelease(ProjectStanding viewer) {
    return mayAdminister(viewer)
        || (viewer.may(ProtocolPermission.RELEASE)
            && (viewer.hasPart(CompanyType.GERENCIADORA) || viewer.hasPart(CompanyType.MONTADORA)));
  }

  static boolean mayExecute(Protocol protocol, ProtocolFacts facts, ProjectStanding viewer) {
    return protocol.executorCompanyId().equals(viewer.companyId())
        && (viewer.may(ProtocolPermission.EXECUTE)
            || (viewer.may(ProtocolPermission.SUPPLY)
                && facts.executorHasPart(CompanyType.FORNECEDOR)));
  }

  /** Whether it is the viewer's turn to verify what was submitted. */
  static boolean hasTurn(Protocol protocol, ProtocolFacts facts, ProjectStanding viewer) {
    return switch (protocol.status()) {
      case SUBMITTED -> mayApprove(protocol, viewer);
      case APPROVED -> mayValidate(viewer);
      case VALIDATED -> mayFinalize(protocol, facts, viewer);
      default -> false;
    };
  }

  /** Whether the viewer has the turn at some time. */
  private static boolean mayVerify(Protocol protocol, ProtocolFacts facts, ProjectStanding viewer) {
    return mayApprove(protocol, viewer)
        || mayValidate(viewer)
        || mayFinalize(protocol, facts, viewer);
  }

  static boolean mayValidate(ProjectStanding viewer) {
    return viewer.may(ProtocolPermission.VALIDATE) && viewer.hasPart(CompanyType.GERENCIADORA);
  }

  private static boolean mayApprove(Protocol protocol, ProjectStanding viewer) {
    return viewer.may(ProtocolPermission.APPROVE)
        && protocol.executorCompanyId().equals(viewer.companyId());
  }

  private static boolean mayFinalize(
      Protocol protocol, ProtocolFacts facts, ProjectStanding viewer) {
    return isFinalizedByCommissioner(protocol, facts)
        ? viewer.may(ProtocolPermission.FINALIZE) && viewer.hasPart(CompanyType.COMISSIONADORA)
        : mayAccept(viewer);
  }

  private static boolean mayAccept(ProjectStanding viewer) {
    return viewer.may(ProtocolPermission.ACCEPT) && viewer.hasPart(CompanyType.CLIENTE);
  }

  private static boolean mayAdminister(ProjectStanding viewer) {
    return viewer.may(ProtocolPermission.ADMINISTER);
  }

  private static boolean isFinalizedByCommissioner(Protocol protocol, ProtocolFacts facts) {
    return protocol.stage() == ProtocolType.C1 && facts.commissioningCompanyId() != null;
  }

  /** Whether the executor has a part in the project that executes protocols of this stage. */
  static boolean isFitToExecute(ProtocolType stage, ProtocolFacts facts) {
    return stage == ProtocolType.C1
        ? facts.executorHasPart(CompanyType.MONTADORA)
            || facts.executorHasPart(CompanyType.FORNECEDOR)
        : facts.executorHasPart(CompanyType.COMISSIONADORA);
  }

  /** Whose turn it is in a status; null when nothing is left to do, or nobody takes that part. */
  static @Nullable UUID turn(ProtocolStatus status, Protocol protocol, ProtocolFacts facts) {
    return switch (status) {
      case CREATED -> protocol.currentCompanyId();
      case AWAITING_GATE, RELEASED, IN_PROGRESS, SUBMITTED, REJECTED ->
          protocol.executorCompanyId();
      case APPROVED -> facts.managingCompanyId();
      case VALIDATED ->
          isFinalizedByCommissioner(protocol, facts)
              ? facts.commissioningCompanyId()
              : facts.clientCompanyId();
      case FINALIZED, CANCELLED -> null;
    };
  }
}
