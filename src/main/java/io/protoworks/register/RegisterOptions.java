package io.protoworks.register;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the caller knows about a register file; null is detected.
 *
 * @param charset character set of a CSV file
 * @param delimiter delimiter of a CSV file
 * @param sheetName sheet of a workbook
 * @param headerRow number of the row that holds the names of the columns, from 1
 * @param dateOrder how dates that are text are read
 * @param blankMarkers values that stand for "no value", whatever their case
 */
public record RegisterOptions(
    @Nullable Charset charset,
    @Nullable Character delimiter,
    @Nullable String sheetName,
    @Nullable Long headerRow,
    RegisterDateOrder dateOrder,
    Set<String> blankMarkers) {

  /** What real registers write where there is no value. */
  public static final Set<String> DEFAULT_BLANK_MARKERS = Set.of("", "-", "n/a");

  /** Everything is detected. */
  public static final RegisterOptions DETECT =
      new RegisterOptions(
          null, null, null, null, RegisterDateOrder.DAY_FIRST, DEFAULT_BLANK_MARKERS);

  public RegisterOptions {
    if (delimiter != null && (delimiter == '"' || delimiter == '\r' || delimiter == '\n')) {
      throw new RegisterRefusedException(
          RegisterRefusal.INVALID_OPTION,
          "A delimiter cannot be a quotation mark or a line break: choose one such as , or ;.");
    }
    if (headerRow != null && headerRow < 1) {
      throw new RegisterRefusedException(
          RegisterRefusal.INVALID_OPTION,
          "The header row is counted from 1; there is no row " + headerRow + ".");
    }
    blankMarkers =
        blankMarkers.stream()
            .map(marker -> RegisterValues.trim(marker).toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  RegisterOptions withCharset(Charset chosen) {
    return new RegisterOptions(chosen, delimiter, sheetName, headerRow, dateOrder, blankMarkers);
  }

  RegisterOptions withDelimiter(char chosen) {
    return new RegisterOptions(charset, chosen, sheetName, headerRow, dateOrder, blankMarkers);
  }

  RegisterOptions withSheetName(String chosen) {
    return new RegisterOptions(charset, delimiter, chosen, headerRow, dateOrder, blankMarkers);
  }

  RegisterOptions withHeaderRow(long chosen) {
    return new RegisterOptions(charset, delimiter, sheetName, chosen, dateOrder, blankMarkers);
  }

  RegisterOptions withBlankMarkers(Set<String> chosen) {
    return new RegisterOptions(charset, delimiter, sheetName, headerRow, dateOrder, chosen);
  }
}
