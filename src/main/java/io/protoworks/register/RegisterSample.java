package io.protoworks.register;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a table, read ahead to find its header.
 *
 * @param header null if there is none
 * @param rows those below the header that were read to find it
 * @param source goes on behind them
 */
record RegisterSample(
    @Nullable RegisterHeader header, Deque<RegisterRow> rows, RegisterSource source) {

  private static final int MAX_ROWS = 50;
  private static final int MAX_CHARACTERS = 4_000_000;

  static RegisterSample take(RegisterSource source, @Nullable Long headerRow, RegisterWords words)
      throws IOException {
    return headerRow == null ? search(source, words) : skipTo(source, headerRow);
  }

  private static RegisterSample search(RegisterSource source, RegisterWords words)
      throws IOException {
    List<RegisterRow> rows = new ArrayList<>();
    int filled = 0;
    int characters = 0;
    RegisterRow row = source.next();
    while (row != null) {
      rows.add(row);
      filled += row.isBlank() ? 0 : 1;
      for (String cell : row.cells()) {
        characters += cell.length();
      }
      boolean enough = filled == MAX_ROWS || characters > MAX_CHARACTERS || rows.size() > 1_000;
      row = enough ? null : source.next();
    }
    RegisterHeader header = RegisterHeader.find(rows, words);
    Deque<RegisterRow> below = new ArrayDeque<>(rows);
    while (header != null && below.getFirst().rowNumber() < header.rowNumber()) {
      below.removeFirst();
    }
    below.pollFirst();
    return new RegisterSample(header, below, source);
  }

  private static RegisterSample skipTo(RegisterSource source, long headerRow) throws IOException {
    RegisterRow row = source.next();
    while (row != null && row.rowNumber() < headerRow) {
      row = source.next();
    }
    if (row == null || row.rowNumber() > headerRow || row.isBlank()) {
      return new RegisterSample(null, new ArrayDeque<>(), source);
    }
    return new RegisterSample(RegisterHeader.of(row), new ArrayDeque<>(), source);
  }
}
