package io.protoworks.pendency;

import io.protoworks.pendency.PendencyInputs.ChangePendencyTypeInput;
import io.protoworks.pendency.PendencyInputs.ReasonedPendencyInput;
import io.protoworks.pendency.PendencySteps.TypeChange;
import io.protoworks.platform.Reasons;
import io.protoworks.platform.Refused;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import io.protoworks.template.PendencyType;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes pendencies weigh more or less. That a PA weighs less, two people must want. */
@Service
class PendencyTypeService {
  private final PendencyMapper pendencies;
  private final PendencySteps steps;

  PendencyTypeService(PendencyMapper pendencies, PendencySteps steps) {
    this.pendencies = pendencies;
    this.steps = steps;
  }

  /** Changes the type at once, or asks for that where it is a PA. */
  @Transactional
  Pendency change(Viewer viewer, ChangePendencyTypeInput input) {
    Pendency before =
        steps
            .open(viewer, input.id().uuid(), input.expectedVersion(), PendencyStep.CHANGE_TYPE)
            .pendency();
    if (input.type() == before.type()) {
      throw Refused.invalid("type", "The pendency is a %s already.".formatted(before.type()));
    }
    String reason = Reasons.require(input.reason());
    LocalDate dueOn = input.dueOn() == null ? before.dueOn() : input.dueOn();
    if (input.type() == PendencyType.PB && dueOn == null) {
      throw PendencyWork.dueDayMissing();
    }
    boolean isDowngrade = before.type() == PendencyType.PA;
    PendencyMark mark = steps.mark(viewer);
    Pendency after =
        isDowngrade
            ? pendencies.updateRequest(before.id(), mark, input.type(), reason, dueOn)
            : pendencies.updateType(before.id(), mark, input.type(), dueOn);
    steps.record(
        viewer,
        mark,
        isDowngrade ? PendencyAction.TYPE_CHANGE_REQUESTED : PendencyAction.TYPE_CHANGE,
        new TypeChange(before.type(), input.type()),
        reason,
        before,
        after);
    return after;
  }

  @Transactional
  Pendency confirm(Viewer viewer, VersionedId<Pendency> input) {
    Pendency before =
        steps
            .open(
                viewer,
                input.id().uuid(),
                input.expectedVersion(),
                PendencyStep.CONFIRM_TYPE_CHANGE)
            .pendency();
    PendencyType wanted = Objects.requireNonNull(before.requestedType());
    PendencyMark mark = steps.mark(viewer);
    Pendency after = pendencies.updateType(before.id(), mark, wanted, before.dueOn());
    steps.record(
        viewer,
        mark,
        PendencyAction.TYPE_CHANGE,
        new TypeChange(before.type(), wanted),
        before.requestReason(),
        before,
        after);
    return after;
  }

  /** Leaves the type as it is; whoever asked for another takes that back in the same way. */
  @Transactional
  Pendency refuse(Viewer viewer, ReasonedPendencyInput input) {
    Pendency before =
        steps
            .open(
                viewer, input.id().uuid(), input.expectedVersion(), PendencyStep.REFUSE_TYPE_CHANGE)
            .pendency();
    String reason = Reasons.require(input.reason());
    PendencyMark mark = steps.mark(viewer);
    Pendency after = pendencies.dropRequest(before.id(), mark);
    steps.record(
        viewer,
        mark,
        PendencyAction.TYPE_CHANGE_REFUSED,
        new TypeChange(before.type(), Objects.requireNonNull(before.requestedType())),
        reason,
        before,
        after);
    return after;
  }
}
