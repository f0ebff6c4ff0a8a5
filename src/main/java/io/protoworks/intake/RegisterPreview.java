package io.protoworks.intake;

import io.protoworks.register.RegisterField;
import io.protoworks.register.RegisterFormat;
import io.protoworks.register.RegisterProblemCode;
import io.protoworks.register.RegisterRowProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a register as an import would read it.
 *
 * @param mapping the caller's, or the one that is proposed
 * @param missingFields what every row needs and the mapping does not give
 * @param rows the first rows; none while fields are missing
 */
record RegisterPreview(
    RegisterFormat format,
    @Nullable String charset,
    @Nullable String delimiter,
    List<String> sheets,
    @Nullable String sheet,
    int headerRow,
    List<String> headers,
    List<ProposedField> mapping,
    List<RegisterField> missingFields,
    List<PreviewRow> rows) {

  /**
   * Where a field comes from.
   *
   * @param confidence from 0 to 1; 1 when the caller says so
   */
  record ProposedField(
      RegisterField field,
      @Nullable String column,
      @Nullable String defaultValue,
      double confidence) {}

  /** A row, and what is wrong with it; the values are those of a good row. */
  record PreviewRow(int rowNumber, List<FieldValue> values, List<PreviewProblem> problems) {}

  record FieldValue(RegisterField field, String value) {}

  record PreviewProblem(
      int rowNumber,
      @Nullable String columnName,
      String value,
      RegisterProblemCode code,
      String reason) {
    static PreviewProblem of(RegisterRowProblem problem) {
      return new PreviewProblem(
          Math.toIntExact(problem.rowNumber()),
          problem.column(),
          problem.value(),
          problem.code(),
          problem.reason());
    }
  }
}
