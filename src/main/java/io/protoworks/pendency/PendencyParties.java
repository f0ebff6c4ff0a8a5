package io.protoworks.pendency;

import io.protoworks.identity.CompanyType;
import io.protoworks.plant.ProjectStanding;

/** Who may do what with a pendency: the part of their company in it, and a permission. */
final class PendencyParties {
  private PendencyParties() {}

  /** Whether the viewer is somebody who raises pendencies in the project. */
  static boolean mayRaise(ProjectStanding viewer) {
    return viewer.may(PendencyPermission.RAISE) && !viewer.parts().isEmpty();
  }

  /** Whether the viewer is somebody who does this; whether it can be done now is another matter. */
  static boolean may(PendencyStep step, Pendency pendency, ProjectStanding viewer) {
    return switch (step) {
      case CLEAR -> mayClear(pendency, viewer);
      case VERIFY, REFUSE, CONFIRM_TYPE_CHANGE, REFUSE_TYPE_CHANGE -> mayVerify(pendency, viewer);
      case CHANGE, CHANGE_TYPE -> mayManage(pendency, viewer);
      case ASSIGN, ATTACH, DETACH -> mayClear(pendency, viewer) || mayManage(pendency, viewer);
      case COMMENT -> mayComment(viewer);
    };
  }

  /** In words, who does a step. */
  static String whoDoes(PendencyStep step) {
    return switch (step) {
      case CLEAR -> "The company that has to clear the pendency clears it, with pendencies.clear.";
      case VERIFY, REFUSE ->
          "The company that raised the pendency, or a GERENCIADORA of the project, verifies it,"
              + " with pendencies.verify.";
      case CONFIRM_TYPE_CHANGE, REFUSE_TYPE_CHANGE ->
          "The company that raised the pendency, or a GERENCIADORA of the project, decides on its"
              + " type, with pendencies.verify.";
      case CHANGE, CHANGE_TYPE ->
          "The company that raised the pendency, or a GERENCIADORA of the project, changes it, with"
              + " pendencies.raise.";
      case ASSIGN ->
          "The company that has to clear the pendency assigns it, with pendencies.clear; or who"
              + " raised it, or a GERENCIADORA of the project, with pendencies.raise.";
      case ATTACH, DETACH ->
          "Files are attached and taken away by the company that has to clear the pendency, with"
              + " pendencies.clear; or by who raised it, or a GERENCIADORA of the project, with pendencies.raise.";
      case COMMENT ->
          "Only companies that take part in the project comment on its pendencies, with one of the"
              + " permissions on pendencies.";
    };
  }

  private static boolean mayClear(Pendency pendency, ProjectStanding viewer) {
    return viewer.may(PendencyPermission.CLEAR)
        && pendency.clearingCompanyId().equals(viewer.companyId());
  }

  private static boolean mayVerify(Pendency pendency, ProjectStanding viewer) {
    return viewer.may(PendencyPermission.VERIFY) && isOfRaisersOrManagers(pendency, viewer);
  }

  private static boolean mayManage(Pendency pendency, ProjectStanding viewer) {
    return viewer.may(PendencyPermission.RAISE) && isOfRaisersOrManagers(pendency, viewer);
  }

  private static boolean mayComment(ProjectStanding viewer) {
    return !viewer.parts().isEmpty()
        && (viewer.may(PendencyPermission.RAISE)
            || viewer.may(PendencyPermission.CLEAR)
            || viewer.may(PendencyPermission.VERIFY));
  }

  private static boolean isOfRaisersOrManagers(Pendency pendency, ProjectStanding viewer) {
    return pendency.raisingCompanyId().equals(viewer.companyId())
        || viewer.hasPart(CompanyType.GERENCIADORA);
  }
}
