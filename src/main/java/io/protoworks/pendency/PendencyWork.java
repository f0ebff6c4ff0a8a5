package io.protoworks.pendency;

import io.protoworks.identity.Company;
import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.pendency.PendencyInputs.AssignPendencyInput;
import io.protoworks.pendency.PendencyInputs.ChangePendencyInput;
import io.protoworks.pendency.PendencyInputs.ClearPendencyInput;
import io.protoworks.pendency.PendencyInputs.CommentPendencyInput;
import io.protoworks.pendency.PendencyInputs.ReasonedPendencyInput;
import io.protoworks.pendency.PendencyInputs.VerifyPendencyInput;
import io.protoworks.pendency.PendencySteps.TypeChange;
import io.protoworks.plant.ProjectAccess;
import io.protoworks.platform.Id;
import io.protoworks.platform.Reasons;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Viewer;
import io.protoworks.template.PendencyType;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a pendency from when it is raised until somebody has found it mended. */
@Service
class PendencyWork {
  private final PendencyMapper pendencies;
  private final PendencySteps steps;
  private final PendencyAttachmentService attachments;
  private final UserService users;
  private final ProjectAccess access;

  PendencyWork(
      PendencyMapper pendencies,
      PendencySteps steps,
      PendencyAttachmentService attachments,
      UserService users,
      ProjectAccess access) {
    this.pendencies = pendencies;
    this.steps = steps;
    this.attachments = attachments;
    this.users = users;
    this.access = access;
  }

  @Transactional
  Pendency change(Viewer viewer, ChangePendencyInput input) {
    Pendency before =
        steps
            .open(viewer, input.id().uuid(), input.expectedVersion(), PendencyStep.CHANGE)
            .pendency();
    boolean needsDueDay =
        before.type() == PendencyType.PB || before.requestedType() == PendencyType.PB;
    if (needsDueDay && input.dueOn() == null) {
      throw dueDayMissing();
    }
    UUID company =
        input.clearingCompanyId().uuid().equals(before.clearingCompanyId())
            ? before.clearingCompanyId()
            : requirePart(access, before.projectId(), input.clearingCompanyId());
    PendencyMark mark = steps.mark(viewer);
    Pendency after =
        pendencies.updateTask(
            before.id(),
            mark,
            input.description(),
            company,
            input.dueOn(),
            input.evidenceRequired());
    steps.record(viewer, mark, PendencyAction.CHANGED, TypeChange.NONE, null, before, after);
    return after;
  }

  @Transactional
  Pendency assign(Viewer viewer, AssignPendencyInput input) {
    Pendency before =
        steps
            .open(viewer, input.id().uuid(), input.expectedVersion(), PendencyStep.ASSIGN)
            .pendency();
    Id<User> named = input.assignedToId();
    UUID assigned = named == null ? null : requireColleague(viewer, named, before);
    PendencyMark mark = steps.mark(viewer);
    Pendency after = pendencies.updateAssigned(before.id(), mark, assigned);
    steps.record(viewer, mark, PendencyAction.ASSIGNED, TypeChange.NONE, null, before, after);
    return after;
  }

  private UUID requireColleague(Viewer viewer, Id<User> named, Pendency pendency) {
    User user = users.requireInUse(viewer, named, "assignedToId");
    if (!pendency.clearingCompanyId().equals(user.companyId())) {
      throw Refused.invalid(
          "assignedToId",
          "%s is not of the company that has to clear the pendency; choose somebody who is."
              .formatted(user.name()));
    }
    return user.id();
  }

  @Transactional
  Pendency clear(Viewer viewer, ClearPendencyInput input) {
    Pendency before =
        steps
            .open(viewer, input.id().uuid(), input.expectedVersion(), PendencyStep.CLEAR)
            .pendency();
    if (before.evidenceRequired() && !attachments.hasEvidence(before)) {
      throw PendencyBlocked.because(
          "The pendency is cleared only with evidence; attach a photo or document of yours first.",
          before);
    }
    PendencyMark mark = steps.mark(viewer);
    Pendency after = pendencies.updateCleared(before.id(), mark, input.description());
    steps.record(
        viewer,
        mark,
        PendencyAction.CLEARED,
        TypeChange.NONE,
        after.clearingDescription(),
        before,
        after);
    return after;
  }

  @Transactional
  Pendency verify(Viewer viewer, VerifyPendencyInput input) {
    Pendency before =
        steps
            .open(viewer, input.id().uuid(), input.expectedVersion(), PendencyStep.VERIFY)
            .pendency();
    PendencyMark mark = steps.mark(viewer);
    Pendency after = pendencies.updateResolved(before.id(), mark, input.description());
    steps.record(
        viewer,
        mark,
        PendencyAction.RESOLVED,
        TypeChange.NONE,
        after.resolutionDescription(),
        before,
        after);
    return after;
  }

  @Transactional
  Pendency refuse(Viewer viewer, ReasonedPendencyInput input) {
    Pendency before =
        steps
            .open(viewer, input.id().uuid(), input.expectedVersion(), PendencyStep.REFUSE)
            .pendency();
    String reason = Reasons.require(input.reason());
    PendencyMark mark = steps.mark(viewer);
    Pendency after = pendencies.updateRefused(before.id(), mark);
    steps.record(viewer, mark, PendencyAction.REFUSED, TypeChange.NONE, reason, before, after);
    return after;
  }

  /** Adds a remark, also to one that is resolved; the version stays, as nothing is changed. */
  @Transactional
  Pendency comment(Viewer viewer, CommentPendencyInput input) {
    Pendency pendency =
        steps.openAsItIs(viewer, input.id().uuid(), PendencyStep.COMMENT).pendency();
    steps.recordComment(viewer, steps.mark(viewer), pendency, input.comment());
    return pendency;
  }

  /** Refuses a company that takes no part in the project as it refuses one that is not there. */
  static UUID requirePart(ProjectAccess access, UUID projectId, Id<Company> company) {
    if (access.listParts(List.of(projectId), List.of(company.uuid())).isEmpty()) {
      throw Refused.unknown("clearingCompanyId", "company that takes part in the project");
    }
    return company.uuid();
  }

  static Refused dueDayMissing() {
    return Refused.invalid("dueOn", "A PB is carried over with a due day; name one.");
  }
}
