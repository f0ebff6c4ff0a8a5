package io.protoworks.intake;

import io.protoworks.register.RegisterRowProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Errors as a statement takes them: an array per column. */
@SuppressWarnings("ArrayRecordComponent") // read once, by the statement
record ImportRowErrorColumns(
    Long[] rowNumbers,
    Integer[] ordinals,
    @Nullable String[] columnNames,
    String[] values,
    String[] codes,
    String[] reasons) {

  /** The problems of a row stand one after the other. */
  static ImportRowErrorColumns of(List<RegisterRowProblem> problems) {
    Integer[] ordinals = new Integer[problems.size()];
    for (int index = 0; index < ordinals.length; index++) {
      boolean sameRow =
          index > 0 && problems.get(index).rowNumber() == problems.get(index - 1).rowNumber();
      ordinals[index] = sameRow ? ordinals[index - 1] + 1 : 1;
    }
    return new ImportRowErrorColumns(
        problems.stream().map(RegisterRowProblem::rowNumber).toArray(Long[]::new),
        ordinals,
        problems.stream().map(RegisterRowProblem::column).toArray(String[]::new),
        problems.stream().map(problem -> storable(problem.value())).toArray(String[]::new),
        problems.stream().map(problem -> problem.code().name()).toArray(String[]::new),
        problems.stream().map(problem -> storable(problem.reason())).toArray(String[]::new));
  }

  /** PostgreSQL's text has no NUL. */
  private static String storable(String text) {
    return text.replace('\0', '\u2400');
  }
}
