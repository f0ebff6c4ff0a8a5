package io.protoworks.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in the file.
 *
 * @param rowNumber counted from 1 as a spreadsheet program shows it: blank rows count, a quoted
 *     cell that goes over several lines does not make several rows
 * @param cells the text of the cells, in the order of the header
 * @param defects what is wrong with the cells themselves, whatever they mean
 */
public record RegisterRow(long rowNumber, List<String> cells, List<Defect> defects) {

  RegisterRow(long rowNumber, List<String> cells) {
    this(rowNumber, cells, List.of());
  }

  /** Whether there is nothing in it. */
  public boolean isBlank() {
    return defects.isEmpty() && cells.stream().allMatch(RegisterValues::isBlank);
  }

  /** What a person meant by a cell, or null if it is blank or one of the usual marks for that. */
  public @Nullable String text(int column) {
    return RegisterValues.text(cells.get(column), RegisterOptions.DEFAULT_BLANK_MARKERS);
  }

  /**
   * What is wrong with a cell.
   *
   * @param column index of the cell
   * @param value what stands in the file
   * @param reason a sentence that says what is wrong and what to do
   */
  public record Defect(int column, RegisterProblemCode code, String value, String reason) {

    /** Whether it makes every cell of the row doubtful. */
    boolean spoilsRow() {
      return code == RegisterProblemCode.MALFORMED_QUOTES
          || code == RegisterProblemCode.TOO_MANY_CELLS;
    }
  }
}
