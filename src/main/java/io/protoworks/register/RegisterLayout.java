package io.protoworks.register;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a register file is laid out, as detected or as the caller said.
 *
 * @param charset character set of a CSV file
 * @param delimiter delimiter of a CSV file
 * @param sheetNames sheets of a workbook that a person sees
 * @param sheetName the sheet that is read
 * @param headerRow number of the row that names the columns
 * @param headers the names, as they stand there; a column without a name has the empty one
 */
public record RegisterLayout(
    RegisterFormat format,
    @Nullable Charset charset,
    @Nullable Character delimiter,
    List<String> sheetNames,
    @Nullable String sheetName,
    long headerRow,
    List<String> headers) {

  /** The index of a column by its name, whatever its case and blanks, or -1. */
  int columnOf(String header) {
    String wanted = RegisterValues.normalise(header);
    for (int column = 0; column < headers.size(); column++) {
      String name = headers.get(column);
      if (!name.isEmpty() && RegisterValues.normalise(name).equals(wanted)) {
        return column;
      }
    }
    return -1;
  }

  /** The delimiter as a person would name it. */
  String delimiterName() {
    if (delimiter == null) {
      return "delimiter";
    }
    return switch (delimiter) {
      case ',' -> "comma";
      case ';' -> "semicolon";
      case '\t' -> "tab";
      default -> delimiter.toString();
    };
  }
}
