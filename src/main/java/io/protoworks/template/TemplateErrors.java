package io.protoworks.template;

import io.protoworks.platform.Texts;
import io.protoworks.platform.UserError;
import io.protoworks.platform.UserErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The refusals of this module as the graph has them. */
final class TemplateErrors {
  /** The longest part of a value that an error repeats. */
  private static final int LONGEST_VALUE = 500;

  private TemplateErrors() {}

  /**
   * A cell of a check sheet can't be used.
   *
   * @param rowNumber as a spreadsheet program counts, from 1 on
   * @param columnName null where it is the row as a whole
   */
  record InvalidCell(
      String message,
      UserErrorCode code,
      List<String> path,
      int rowNumber,
      @Nullable String columnName,
      @Nullable String value)
      implements UserError {

    static InvalidCell of(
        long rowNumber, @Nullable String columnName, @Nullable String value, String message) {
      return new InvalidCell(
          message,
          TemplateErrorCode.INVALID_CELL,
          List.of("input", "uploadId"),
          Math.toIntExact(rowNumber),
          columnName,
          value == null ? null : Texts.abbreviate(value, LONGEST_VALUE));
    }
  }
}
