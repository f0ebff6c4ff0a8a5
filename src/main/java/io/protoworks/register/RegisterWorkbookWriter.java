package io.protoworks.register;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a table as a workbook. Every value is a text cell, never a formula or a number, so that
 * <code>=x</code> computes nothing and <code>0012</code> keeps its zeros.
 */
final class RegisterWorkbookWriter implements RegisterTable {

  private static final int ROWS_BETWEEN_FLUSHES = 500;
  private static final int MAX_ROWS = 1_048_576;

  private final Workbook workbook;
  private final Worksheet sheet;
  private int rows;

  RegisterWorkbookWriter(OutputStream output, String sheetName) {
    workbook = new Workbook(output, "ProtoWorks", null);
    sheet = workbook.newWorksheet(sheetName);
    sheet.freezePane(0, 1);
  }

  @Override
  public void write(List<String> cells) throws IOException {
    if (rows == MAX_ROWS) {
      throw new RegisterRefusedException(
          RegisterRefusal.TOO_MANY_ROWS,
          "A sheet holds no more than %d rows: export it as CSV.".formatted(MAX_ROWS));
    }
    int column = 0;
    for (String cell : cells) {
      put(column, cell);
      column++;
    }
    endRow();
  }

  @Override
  public void finish() throws IOException {
    workbook.finish();
  }

  private void endRow() throws IOException {
    rows++;
    if (rows % ROWS_BETWEEN_FLUSHES == 0) {
      sheet.flush();
    }
  }

  /**
   * Inline texts need no table of all texts in memory; only rich ones keep blanks at their ends.
   */
  private void put(int column, String value) {
    if (value.isEmpty()) {
      return;
    }
    String text = RegisterCellText.encode(RegisterGuard.forWorkbook(value));
    if (RegisterValues.trim(text).length() < text.length()) {
      sheet.inlineString(rows, column, RichText.builder().run(text).end().build());
    } else {
      sheet.inlineString(rows, column, text);
    }
  }
}
