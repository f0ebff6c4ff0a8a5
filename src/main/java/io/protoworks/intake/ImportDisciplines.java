package io.protoworks.intake;

import io.protoworks.register.RegisterColumns;
import io.protoworks.register.RegisterField;
import io.protoworks.register.RegisterProblemCode;
import io.protoworks.register.RegisterRowProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The disciplines that rows name by code. One that was taken out of use stays with the tags that
 * have it, and can be given to no other.
 */
final class ImportDisciplines {
  private final ImportDisciplineMapper disciplines;
  private final UUID projectId;
  private final Map<String, DisciplineCode> byCode = new HashMap<>();

  ImportDisciplines(ImportDisciplineMapper disciplines, UUID projectId) {
    this.disciplines = disciplines;
    this.projectId = projectId;
    disciplines.listCodes().forEach(discipline -> byCode.put(discipline.code(), discipline));
  }

  /** Gives each row its discipline, or refuses it. */
  void assign(List<ImportLine> lines, RegisterColumns columns) {
    List<ImportLine> withInactive = lines.stream().filter(line -> assign(line, columns)).toList();
    if (withInactive.isEmpty()) {
      return;
    }
    Set<String> holders = tagsThatHaveTheirs(withInactive);
    for (ImportLine line : withInactive) {
      if (!holders.contains(line.register().tagId())) {
        line.refuse(
            problem(
                line,
                columns,
                RegisterProblemCode.INACTIVE_DISCIPLINE,
                "The discipline was taken out of use: choose another."));
      }
    }
  }

  /** Answers whether the row's discipline is out of use. */
  private boolean assign(ImportLine line, RegisterColumns columns) {
    String code = line.register().disciplineCode();
    if (code == null) {
      return false;
    }
    DisciplineCode discipline = byCode.get(code);
    if (discipline == null) {
      line.refuse(
          problem(
              line,
              columns,
              RegisterProblemCode.UNKNOWN_DISCIPLINE,
              "There is no discipline of this code: correct it, or have it added."));
      return false;
    }
    line.setDiscipline(discipline.id());
    return !discipline.isActive();
  }

  private Set<String> tagsThatHaveTheirs(List<ImportLine> lines) {
    String[] tagIds = lines.stream().map(line -> line.register().tagId()).toArray(String[]::new);
    String[] codes =
        lines.stream().map(line -> line.register().disciplineCode()).toArray(String[]::new);
    return disciplines.listTagsThatHave(projectId, tagIds, codes).stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  private static RegisterRowProblem problem(
      ImportLine line, RegisterColumns columns, RegisterProblemCode code, String reason) {
    RegisterField field = RegisterField.DISCIPLINE_CODE;
    return columns.problem(line.rowNumber(), field, code, line.register().text(field), reason);
  }
}
