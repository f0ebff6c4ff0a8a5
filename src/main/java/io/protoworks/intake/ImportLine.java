package io.protoworks.intake;

import io.protoworks.plant.EquipmentEntry;
import io.protoworks.plant.Registered;
import io.protoworks.register.RegisterRecord;
import io.protoworks.register.RegisterRowOutcome;
import io.protoworks.register.RegisterRowProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row on its way into the hierarchy: where it has got to, and how it ended. */
final class ImportLine {
  private final RegisterRowOutcome.Accepted row;
  private final List<RegisterRowProblem> problems = new ArrayList<>();
  private UUID place;
  private @Nullable UUID disciplineId;
  private boolean changedBranch;
  private Registered.Outcome outcome = Registered.Outcome.UNCHANGED;

  ImportLine(RegisterRowOutcome.Accepted row, UUID projectId) {
    this.row = row;
    this.place = projectId;
  }

  long rowNumber() {
    return row.rowNumber();
  }

  RegisterRecord register() {
    return row.record();
  }

  List<RegisterRowProblem> problems() {
    return problems;
  }

  boolean isRefused() {
    return !problems.isEmpty();
  }

  void refuse(RegisterRowProblem problem) {
    problems.add(problem);
  }

  /** The project, area, system or subsystem that it has been brought to. */
  UUID place() {
    return place;
  }

  void enter(UUID branchId) {
    place = branchId;
  }

  void setDiscipline(UUID id) {
    disciplineId = id;
  }

  /** Remembers that the row was the one that changed what it is under. */
  void changedBranch() {
    changedBranch = true;
  }

  EquipmentEntry entry() {
    RegisterRecord register = row.record();
    return new EquipmentEntry(
        place, register.tagId(), register.application(), disciplineId, register.active());
  }

  void end(Registered.Outcome equipment) {
    outcome = equipment;
  }

  Registered.Outcome outcome() {
    return changedBranch && outcome == Registered.Outcome.UNCHANGED
        ? Registered.Outcome.CHANGED
        : outcome;
  }
}
