package io.protoworks.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import io.protoworks.plant.Branch;
import io.protoworks.plant.BranchEntry;
import io.protoworks.plant.EntryProblem;
import io.protoworks.plant.Registered;
import io.protoworks.register.HierarchyLevel;
import io.protoworks.register.RegisterColumns;
import io.protoworks.register.RegisterField;
import io.protoworks.register.RegisterProblemCode;
import io.protoworks.register.RegisterRowOutcome;
import io.protoworks.register.RegisterRowProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings the rows of one import into the hierarchy, batch by batch. What a batch learned about
 * areas, systems and subsystems serves the later ones, once {@link #keep} says that it holds.
 */
final class ImportWriter {
  /** Where something stands: its parent and its code. */
  private record Place(UUID parentId, String code) {}

  /**
   * What is there.
   *
   * @param named whether the register has given its name
   */
  private record Known(UUID id, boolean named) {}

  private final Hierarchy hierarchy;
  private final UUID projectId;
  private final RegisterColumns columns;
  private final ImportDisciplines disciplines;
  private final Map<Place, Known> kept = new HashMap<>();
  private final Map<Place, Known> fresh = new HashMap<>();

  ImportWriter(
      Hierarchy hierarchy, UUID projectId, RegisterColumns columns, ImportDisciplines disciplines) {
    this.hierarchy = hierarchy;
    this.projectId = projectId;
    this.columns = columns;
    this.disciplines = disciplines;
  }

  /** How each of the rows ended, in their order. */
  List<ImportLine> write(List<RegisterRowOutcome.Accepted> rows) {
    fresh.clear();
    List<ImportLine> lines = rows.stream().map(row -> new ImportLine(row, projectId)).toList();
    lines.forEach(this::refuseUnfit);
    disciplines.assign(unrefused(lines), columns);
    for (HierarchyLevel level : HierarchyLevel.values()) {
      enter(level, unrefused(lines));
    }
    writeEquipments(unrefused(lines));
    return lines;
  }

  /** Keeps what the last batch learned: it was committed. */
  void keep() {
    kept.putAll(fresh);
    fresh.clear();
  }

  private static List<ImportLine> unrefused(List<ImportLine> lines) {
    return lines.stream().filter(line -> !line.isRefused()).toList();
  }

  private void enter(HierarchyLevel level, List<ImportLine> lines) {
    register(level, lines);
    for (ImportLine line : lines) {
      Known known = find(placeOf(level, line));
      if (known != null) {
        line.enter(known.id());
      } else if (!line.isRefused()) {
        line.refuse(inactiveParent(line, level.codeField(), level.noun()));
      }
    }
  }

  /** Registers what is new or has its name now, with the row that says so first. */
  private void register(HierarchyLevel level, List<ImportLine> lines) {
    Map<Place, ImportLine> wanted = new LinkedHashMap<>();
    for (ImportLine line : lines) {
      Place place = placeOf(level, line);
      Known known = find(place);
      boolean names = level.nameOf(line.register()) != null;
      if (known == null || (names && !known.named())) {
        wanted.merge(
            place,
            line,
            (first, later) -> level.nameOf(first.register()) == null && names ? later : first);
      }
    }
    List<BranchEntry> entries = new ArrayList<>();
    List<ImportLine> sayers = new ArrayList<>();
    wanted.forEach(
        (place, line) -> {
          BranchEntry entry =
              new BranchEntry(place.parentId(), place.code(), level.nameOf(line.register()), null);
          if (entry.problems().isEmpty()) {
            entries.add(entry);
            sayers.add(line);
          } else {
            refuseAll(level, place, lines, entry.problems().getFirst());
          }
        });
    if (!entries.isEmpty()) {
      learn(level, sayers, entries);
    }
  }

  private void learn(HierarchyLevel level, List<ImportLine> sayers, List<BranchEntry> entries) {
    List<? extends Registered<? extends Branch>> ends = hierarchy.branches(level, entries);
    for (int index = 0; index < ends.size(); index++) {
      Registered<? extends Branch> end = ends.get(index);
      BranchEntry entry = entries.get(index);
      Place place = new Place(entry.parentId(), entry.code());
      if (end.outcome() != Registered.Outcome.PARENT_INACTIVE) {
        fresh.put(place, new Known(idOf(place, end.row()), entry.name() != null));
      }
      if (end.outcome() == Registered.Outcome.CHANGED) {
        sayers.get(index).changedBranch();
      }
    }
  }

  /** In a preview, what would be created has no id yet, and keeps the one that it gets here. */
  private UUID idOf(Place place, @Nullable Branch row) {
    if (row != null) {
      return row.id();
    }
    Known known = find(place);
    return known == null ? UuidCreator.getTimeOrderedEpoch() : known.id();
  }

  private @Nullable Known find(Place place) {
    Known known = fresh.get(place);
    return known == null ? kept.get(place) : known;
  }

  private static Place placeOf(HierarchyLevel level, ImportLine line) {
    return new Place(line.place(), level.codeOf(line.register()));
  }

  private void writeEquipments(List<ImportLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    List<? extends Registered<?>> ends =
        hierarchy.equipments(lines.stream().map(ImportLine::entry).toList());
    for (int index = 0; index < ends.size(); index++) {
      ImportLine line = lines.get(index);
      line.end(ends.get(index).outcome());
      switch (ends.get(index).outcome()) {
        case PARENT_INACTIVE -> line.refuse(inactiveParent(line, RegisterField.TAG_ID, "tag"));
        case BOUND_TO_SUBSYSTEM ->
            line.refuse(
                bound(
                    line,
                    RegisterField.SUBSYSTEM_CODE,
                    RegisterProblemCode.BOUND_TO_SUBSYSTEM,
                    "The tag has protocols or waivers: it stays in its subsystem."));
        case BOUND_TO_USE ->
            line.refuse(
                bound(
                    line,
                    RegisterField.ACTIVE,
                    RegisterProblemCode.BOUND_TO_USE,
                    "The tag has protocols that are not done: finalize or cancel them first."));
        case CREATED, CHANGED, UNCHANGED -> {}
      }
    }
  }

  private RegisterRowProblem bound(
      ImportLine line, RegisterField field, RegisterProblemCode code, String reason) {
    return columns.problem(line.rowNumber(), field, code, line.register().text(field), reason);
  }

  /** What the tag itself cannot be, before anything is done for it. */
  private void refuseUnfit(ImportLine line) {
    for (EntryProblem problem : line.entry().problems()) {
      boolean tag = problem.field().equals("tagId");
      line.refuse(invalid(line, tag ? RegisterField.TAG_ID : RegisterField.APPLICATION, problem));
    }
  }

  private void refuseAll(
      HierarchyLevel level, Place place, List<ImportLine> lines, EntryProblem problem) {
    for (ImportLine line : lines) {
      if (placeOf(level, line).equals(place)) {
        RegisterField field =
            problem.field().equals("name") ? level.nameField() : level.codeField();
        line.refuse(invalid(line, field, problem));
      }
    }
  }

  private RegisterRowProblem invalid(ImportLine line, RegisterField field, EntryProblem problem) {
    return columns.problem(
        line.rowNumber(),
        field,
        RegisterProblemCode.INVALID_VALUE,
        line.register().text(field),
        "The %s %s: correct it.".formatted(field.label(), problem.message()));
  }

  private RegisterRowProblem inactiveParent(ImportLine line, RegisterField field, String noun) {
    return columns.problem(
        line.rowNumber(),
        field,
        RegisterProblemCode.INACTIVE_PARENT,
        line.register().text(field),
        "What the %s belongs to was taken out of use: restore that first.".formatted(noun));
  }
}
