package io.protoworks.register;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes a table, row by row, in memory that does not grow with it; its values come back unchanged
 * and no spreadsheet program computes them, see {@link RegisterGuard}. The stream stays the
 * caller's: it is flushed but not closed, and a table that was not finished is visibly incomplete.
 */
public interface RegisterTable {
  /** How many characters a cell can have that is to be read again. */
  int LONGEST_CELL = RegisterLimits.DEFAULTS.maxCellLength() - 1;

  /** Writes a row; an empty text stands for no value. */
  void write(List<String> cells) throws IOException;

  /** Writes what is left; nothing can be written afterwards. */
  void finish() throws IOException;

  /**
   * A CSV file as RFC 4180 has it: UTF-8, commas, CRLF.
   *
   * @param byteOrderMark whether to begin with the mark by which Excel knows UTF-8
   */
  static RegisterTable csv(OutputStream output, boolean byteOrderMark, List<String> headers)
      throws IOException {
    RegisterTable table = new RegisterCsvWriter(output, byteOrderMark);
    table.write(headers);
    return table;
  }

  /** A workbook of one sheet. */
  static RegisterTable xlsx(OutputStream output, String sheetName, List<String> headers)
      throws IOException {
    RegisterTable table = new RegisterWorkbookWriter(output, sheetName);
    table.write(headers);
    return table;
  }
}
