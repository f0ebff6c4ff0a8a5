package io.protoworks.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges the rows of one file in their order: each by itself, and against those before it. Of two
 * rows with the same tag the later one is refused, and so is a row that gives an area, system or
 * subsystem another name than a row before it; both are told the number of that row.
 */
public final class RegisterJudge {
  private static final char SEPARATOR = '\u001f';

  /** Where in the file a name was given first. */
  private record Named(String name, long rowNumber) {}

  private final RegisterRowMapper mapper;
  private final RegisterColumns columns;
  private final Map<String, Integer> rowsByTag = new HashMap<>();
  private final Map<String, Named> names = new HashMap<>();

  /**
   * Prepares a mapping for a file.
   *
   * @throws RegisterRefusedException if the file lacks a column of the mapping, or the mapping a
   *     field that every row needs
   */
  public RegisterJudge(RegisterMapping mapping, RegisterLayout layout, RegisterOptions options) {
    mapper = new RegisterRowMapper(mapping, layout, options);
    columns = new RegisterColumns(mapping, layout);
  }

  public RegisterRowOutcome judge(RegisterRow row) {
    RegisterRowOutcome outcome = mapper.map(row);
    if (outcome instanceof RegisterRowOutcome.Accepted accepted) {
      RegisterRowProblem problem = findProblem(accepted);
      return problem == null
          ? accepted
          : new RegisterRowOutcome.Refused(row.rowNumber(), List.of(problem));
    }
    return outcome;
  }

  private @Nullable RegisterRowProblem findProblem(RegisterRowOutcome.Accepted row) {
    String tagId = row.record().tagId();
    Integer first = rowsByTag.putIfAbsent(tagId, Math.toIntExact(row.rowNumber()));
    if (first != null) {
      return columns.problem(
          row.rowNumber(),
          RegisterField.TAG_ID,
          RegisterProblemCode.DUPLICATE_TAG,
          tagId,
          "Row %d has the same tag: keep one of the two rows.".formatted(first));
    }
    StringBuilder path = new StringBuilder();
    for (HierarchyLevel level : HierarchyLevel.values()) {
      path.append(level.codeOf(row.record())).append(SEPARATOR);
      RegisterRowProblem problem = checkName(row, level, path.toString());
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private @Nullable RegisterRowProblem checkName(
      RegisterRowOutcome.Accepted row, HierarchyLevel level, String path) {
    String name = level.nameOf(row.record());
    if (name == null) {
      return null;
    }
    Named first = names.putIfAbsent(path, new Named(name, row.rowNumber()));
    if (first == null || first.name().equals(name)) {
      return null;
    }
    return columns.problem(
        row.rowNumber(),
        level.nameField(),
        RegisterProblemCode.CONFLICTING_NAME,
        name,
        "Row %d calls the %s %s \"%s\": give it one name."
            .formatted(first.rowNumber(), level.noun(), level.codeOf(row.record()), first.name()));
  }
}
