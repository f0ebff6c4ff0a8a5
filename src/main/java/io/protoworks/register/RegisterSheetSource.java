package io.protoworks.register;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a workbook's sheet, one in memory at a time. Of a formula the stored value is taken;
 * a cell that shows an error, or whose value was never computed, is a defect of its row.
 */
final class RegisterSheetSource implements RegisterSource {

  private static final int MAX_COLUMN_LETTERS = 3;

  private final RegisterXml xml;
  private final RegisterSharedStrings strings;
  private final List<RegisterNumberFormat> formats;
  private final boolean countsFrom1904;
  private final RegisterLimits limits;

  private final List<RegisterRow.Defect> defects = new ArrayList<>();
  private List<String> cells = new ArrayList<>();
  private long rowNumber;
  private int column;
  private int rowLength;

  RegisterSheetSource(
      RegisterXml xml,
      RegisterSharedStrings strings,
      List<RegisterNumberFormat> formats,
      boolean countsFrom1904,
      RegisterLimits limits) {
    this.xml = xml;
    this.strings = strings;
    this.formats = formats;
    this.countsFrom1904 = countsFrom1904;
    this.limits = limits;
  }

  @Override
  public @Nullable RegisterRow next() throws IOException {
    while (xml.toNextElement()) {
      if (xml.name().equals("row")) {
        return readRow();
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }

  private RegisterRow readRow() throws IOException {
    rowNumber = rowNumberOf(xml.attribute("r"));
    cells = new ArrayList<>(cells.size());
    defects.clear();
    column = -1;
    rowLength = 0;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("c")) {
        readCell();
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("row")) {
        return new RegisterRow(rowNumber, cells, List.copyOf(defects));
      }
    }
  }

  /** Rows ascend; a program that does not number them means the next one. */
  private long rowNumberOf(@Nullable String reference) {
    long number = reference == null ? rowNumber + 1 : number(reference);
    if (number <= rowNumber) {
      throw RegisterZip.damaged();
    }
    if (number > limits.maxRows()) {
      throw new RegisterRefusedException(
          RegisterRefusal.TOO_MANY_ROWS,
          "The sheet has more than %d rows: send it in parts.".formatted(limits.maxRows()));
    }
    return number;
  }

  private void readCell() throws IOException {
    column = columnOf(xml.attribute("r"));
    String type = xml.attribute("t");
    String style = xml.attribute("s");
    StringBuilder value = new StringBuilder();
    String inline = null;
    boolean isValue = false;
    boolean hasValue = false;
    boolean hasFormula = false;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.name()) {
          case "is" -> inline = RegisterCellText.read(xml, "is", limits);
          case "f" -> hasFormula = true;
          case "v" -> {
            isValue = true;
            hasValue = true;
          }
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        isValue = false;
        if (xml.name().equals("c")) {
          break;
        }
      } else if (isValue && RegisterXml.isText(event)) {
        RegisterCellText.append(value, xml.text(), limits);
      }
    }
    if (inline != null) {
      put(inline);
    } else if (hasValue) {
      putValue(type == null ? "n" : type, style, value.toString());
    } else if (hasFormula) {
      putDefect(
          RegisterProblemCode.UNCALCULATED_FORMULA,
          "",
          "holds a formula without a stored value: open the workbook in a spreadsheet program, save"
              + " it and send it again.");
    }
  }

  private void putValue(String type, @Nullable String style, String value) {
    switch (type) {
      case "s" -> put(value.isEmpty() ? "" : strings.get(number(value)));
      case "str" -> put(RegisterCellText.decode(value));
      case "b" -> put(value.equals("1") || value.equals("true") ? "true" : "false");
      case "n" -> put(value.isEmpty() ? "" : formatOf(style).text(value, countsFrom1904));
      case "e" ->
          putDefect(
              RegisterProblemCode.ERROR_CELL,
              value,
              "shows the error " + value + ": correct its formula or type the value in.");
      default -> put(value);
    }
  }

  private void putDefect(RegisterProblemCode code, String value, String what) {
    put(value);
    defects.add(new RegisterRow.Defect(column, code, value, "Cell " + address() + " " + what));
  }

  private void put(String text) {
    if (text.isEmpty() && column >= limits.maxColumns()) {
      return;
    }
    if (column >= limits.maxColumns()) {
      throw new RegisterRefusedException(
          RegisterRefusal.TOO_MANY_COLUMNS,
          "Cell %s is beyond the %d columns that are allowed: remove those not needed."
              .formatted(address(), limits.maxColumns()));
    }
    if (text.length() > limits.maxCellLength()) {
      throw new RegisterRefusedException(
          RegisterRefusal.CELL_TOO_LONG,
          "Cell %s has more than %d characters: shorten it."
              .formatted(address(), limits.maxCellLength()));
    }
    rowLength += text.length();
    if (rowLength > limits.maxRowLength()) {
      throw new RegisterRefusedException(
          RegisterRefusal.ROW_TOO_LONG,
          "Row %d has more than %d characters: shorten it."
              .formatted(rowNumber, limits.maxRowLength()));
    }
    while (cells.size() <= column) {
      cells.add("");
    }
    cells.set(column, text);
  }

  private RegisterNumberFormat formatOf(@Nullable String style) {
    int index = style == null ? -1 : number(style);
    return index < 0 || index >= formats.size() ? RegisterNumberFormat.GENERAL : formats.get(index);
  }

  /** The column of a reference such as AB12; a program that does not give one means the next. */
  private int columnOf(@Nullable String reference) {
    if (reference == null) {
      return column + 1;
    }
    int result = 0;
    int letters = 0;
    while (letters < reference.length() && isLetter(reference.charAt(letters))) {
      result = result * 26 + (reference.charAt(letters) - 'A' + 1);
      letters++;
      if (letters > MAX_COLUMN_LETTERS) {
        throw RegisterZip.damaged();
      }
    }
    if (letters == 0) {
      throw RegisterZip.damaged();
    }
    return result - 1;
  }

  private static boolean isLetter(char character) {
    return character >= 'A' && character <= 'Z';
  }

  private String address() {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString() + rowNumber;
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits.strip());
    } catch (NumberFormatException noNumber) {
      throw RegisterZip.damaged();
    }
  }
}
