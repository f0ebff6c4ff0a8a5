package io.protoworks.register;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file. It is a parser of its own because a general one gives up at the first
 * quotation mark that is out of place, and a register of 100,000 rows with one <code>"6" VALVE"
 * </code> must lose one row, with a reason, and not all of them. Memory is bounded: a cell, a row
 * and their number have limits that hold while they are read.
 */
final class RegisterCsvSource implements RegisterSource {

  private static final int END = -1;

  private final Reader reader;
  private final char delimiter;
  private final RegisterLimits limits;

  private final char[] buffer = new char[1 << 14];
  private int position;
  private int length;
  private int previous;

  private final StringBuilder cell = new StringBuilder();
  private final List<RegisterRow.Defect> defects = new ArrayList<>();
  private long rowNumber;
  private long lineNumber = 1;
  private int columns;
  private int rowLength;
  private boolean rowEnded;

  RegisterCsvSource(Reader reader, char delimiter, RegisterLimits limits) {
    this.reader = reader;
    this.delimiter = delimiter;
    this.limits = limits;
  }

  @Override
  public @Nullable RegisterRow next() throws IOException {
    if (peek() == END) {
      return null;
    }
    rowNumber++;
    if (rowNumber > limits.maxRows()) {
      throw new RegisterRefusedException(
          RegisterRefusal.TOO_MANY_ROWS,
          "The file has more than %d rows: send it in parts.".formatted(limits.maxRows()));
    }
    List<String> cells = new ArrayList<>(columns);
    rowLength = 0;
    defects.clear();
    do {
      if (cells.size() == limits.maxColumns()) {
        throw new RegisterRefusedException(
            RegisterRefusal.TOO_MANY_COLUMNS,
            "Row %d has more than %d columns: remove those that the register does not need."
                .formatted(rowNumber, limits.maxColumns()));
      }
      cells.add(readCell(cells.size()));
    } while (!rowEnded);
    columns = cells.size();
    return new RegisterRow(rowNumber, cells, List.copyOf(defects));
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private String readCell(int column) throws IOException {
    cell.setLength(0);
    if (peek() == '"') {
      read();
      readQuoted(column);
    } else {
      int next = read();
      while (!endsCell(next)) {
        append((char) next);
        next = read();
      }
      end(next);
    }
    return cell.toString();
  }

  private void readQuoted(int column) throws IOException {
    long firstLine = lineNumber;
    int next = read();
    while (next != END) {
      if (next != '"') {
        append((char) next);
      } else if (peek() == '"') {
        append((char) read());
      } else {
        break;
      }
      next = read();
    }
    if (next == END) {
      addDefect(column, "begins with a quotation mark and is never closed", firstLine);
      rowEnded = true;
      return;
    }
    next = read();
    while (next != delimiter && (next == ' ' || next == '\t')) {
      next = read();
    }
    if (!endsCell(next)) {
      addDefect(column, "goes on after its closing quotation mark", lineNumber);
      skipLine(next);
    } else {
      end(next);
    }
  }

  private void addDefect(int column, String what, long line) {
    String reason =
        "A cell %s on line %d of the file: write a quotation mark inside a quoted cell twice."
            .formatted(what, line);
    defects.add(
        new RegisterRow.Defect(
            column, RegisterProblemCode.MALFORMED_QUOTES, cell.toString(), reason));
  }

  /** The rest of a malformed row says nothing reliable; the next line begins afresh. */
  private void skipLine(int first) throws IOException {
    int next = first;
    while (next != END && next != '\n' && next != '\r') {
      next = read();
    }
    end(next);
  }

  private boolean endsCell(int character) {
    return character == delimiter || character == '\n' || character == '\r' || character == END;
  }

  private void end(int character) throws IOException {
    rowEnded = character != delimiter;
    if (character == '\r' && peek() == '\n') {
      read();
    }
  }

  private void append(char character) {
    if (cell.length() == limits.maxCellLength()) {
      throw new RegisterRefusedException(
          RegisterRefusal.CELL_TOO_LONG,
          "A cell in row %d has over %d characters: look for a quotation mark never closed."
              .formatted(rowNumber, limits.maxCellLength()));
    }
    if (rowLength == limits.maxRowLength()) {
      throw new RegisterRefusedException(
          RegisterRefusal.ROW_TOO_LONG,
          "Row %d has more than %d characters: shorten it."
              .formatted(rowNumber, limits.maxRowLength()));
    }
    rowLength++;
    cell.append(character);
  }

  private int read() throws IOException {
    int character = peek();
    if (character != END) {
      position++;
      if (character == '\r' || (character == '\n' && previous != '\r')) {
        lineNumber++;
      }
      previous = character;
    }
    return character;
  }

  private int peek() throws IOException {
    if (position == length) {
      fill();
    }
    return length == END ? END : buffer[position];
  }

  private void fill() throws IOException {
    try {
      position = 0;
      length = reader.read(buffer, 0, buffer.length);
      if (length == END) {
        position = END;
      }
    } catch (MalformedInputException notInCharset) {
      throw new RegisterRefusedException(
          RegisterRefusal.WRONG_CHARSET,
          "After row %d there are bytes that this character set does not know: choose another."
              .formatted(rowNumber));
    }
  }
}
