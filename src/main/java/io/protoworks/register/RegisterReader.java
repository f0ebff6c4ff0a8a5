package io.protoworks.register;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.MalformedInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a register file one by one, in memory that does not grow with the file. What
 * the caller did not say about its layout is detected and can be asked for.
 *
 * <p>Blank rows are skipped and counted. One case is not: a CSV row that has delimiters and nothing
 * else between other rows was written by a system that had something to say, so it is given to the
 * caller, who refuses it with a reason; at the end of the file it is what Excel leaves behind, and
 * skipped.
 */
public final class RegisterReader implements AutoCloseable {

  private static final int MAX_PROBED_SHEETS = 20;
  private static final int MIN_KNOWN_NAMES = 2;
  private static final int START_LENGTH = 1 << 16;

  private final RegisterLayout layout;
  private final RegisterSample sample;
  private final @Nullable RegisterWorkbook workbook;

  /** Rows of a run of blank ones that have delimiters, counted from the first of them. */
  private final BitSet hollowRows = new BitSet();

  private long firstHollowRow;
  private @Nullable RegisterRow rowAfterRun;
  private long lastRowNumber;
  private long blankRows;

  private RegisterReader(
      RegisterLayout layout, RegisterSample sample, @Nullable RegisterWorkbook workbook) {
    this.layout = layout;
    this.sample = sample;
    this.workbook = workbook;
    this.lastRowNumber = layout.headerRow();
  }

  /**
   * Opens a register and finds its header.
   *
   * @throws RegisterRefusedException if the file is no register that can be read
   */
  public static RegisterReader open(Path file, RegisterOptions options) throws IOException {
    return open(file, options, RegisterWords.OF_TAGS);
  }

  /**
   * Opens a table of another kind, whose columns have other names, as {@link #open(Path,
   * RegisterOptions)} does.
   */
  public static RegisterReader open(Path file, RegisterOptions options, RegisterWords words)
      throws IOException {
    return open(file, options, words, RegisterLimits.DEFAULTS);
  }

  static RegisterReader open(Path file, RegisterOptions options, RegisterLimits limits)
      throws IOException {
    return open(file, options, RegisterWords.OF_TAGS, limits);
  }

  private static RegisterReader open(
      Path file, RegisterOptions options, RegisterWords words, RegisterLimits limits)
      throws IOException {
    return switch (RegisterFormat.recognise(file, options, limits)) {
      case CSV -> openCsv(file, options, words, limits);
      case XLSX -> openWorkbook(file, options, words, limits);
    };
  }

  public RegisterLayout layout() {
    return layout;
  }

  /**
   * The next row, with a cell for each column of the header, or null after the last.
   *
   * @throws RegisterRefusedException if the file breaks a limit or its format's rules here
   */
  public @Nullable RegisterRow next() throws IOException {
    while (rowAfterRun == null) {
      RegisterRow row = nextPhysical();
      if (row == null) {
        blankRows += hollowRows.cardinality();
        hollowRows.clear();
        return null;
      }
      blankRows += row.rowNumber() - lastRowNumber - 1;
      lastRowNumber = row.rowNumber();
      if (row.isBlank()) {
        passOver(row);
      } else {
        rowAfterRun = row;
      }
    }
    int hollow = hollowRows.nextSetBit(0);
    if (hollow >= 0) {
      hollowRows.clear(hollow);
      return fit(new RegisterRow(firstHollowRow + hollow, List.of()));
    }
    RegisterRow row = rowAfterRun;
    rowAfterRun = null;
    return fit(row);
  }

  /** How many rows below the header were blank, as far as has been read. */
  long blankRows() {
    return blankRows;
  }

  @Override
  public void close() throws IOException {
    sample.source().close();
    if (workbook != null) {
      workbook.close();
    }
  }

  private @Nullable RegisterRow nextPhysical() throws IOException {
    RegisterRow row = sample.rows().pollFirst();
    return row != null ? row : sample.source().next();
  }

  private void passOver(RegisterRow row) {
    boolean hollow = layout.format() == RegisterFormat.CSV && row.cells().size() > 1;
    if (!hollow) {
      blankRows++;
      return;
    }
    if (hollowRows.isEmpty()) {
      firstHollowRow = row.rowNumber();
    }
    hollowRows.set(Math.toIntExact(row.rowNumber() - firstHollowRow));
  }

  /**
   * As many cells as the header has. What a workbook has beyond is a note beside the table; in a
   * CSV file it means that the cells of the row have moved.
   */
  private RegisterRow fit(RegisterRow row) {
    int width = layout.headers().size();
    List<String> cells = new ArrayList<>(row.cells());
    if (cells.size() < width) {
      cells.addAll(Collections.nCopies(width - cells.size(), ""));
    }
    List<RegisterRow.Defect> defects = row.defects();
    if (layout.format() == RegisterFormat.CSV) {
      for (int column = width; column < cells.size(); column++) {
        if (!RegisterValues.isBlank(cells.get(column))) {
          defects = new ArrayList<>(defects);
          defects.add(tooManyCells(column, cells));
          break;
        }
      }
    }
    return new RegisterRow(row.rowNumber(), List.copyOf(cells.subList(0, width)), defects);
  }

  private RegisterRow.Defect tooManyCells(int column, List<String> cells) {
    return new RegisterRow.Defect(
        column,
        RegisterProblemCode.TOO_MANY_CELLS,
        cells.get(column),
        "The row has %d cells, the header %d: put a value that holds a %s in quotation marks."
            .formatted(cells.size(), layout.headers().size(), layout.delimiterName()));
  }

  private static RegisterReader openCsv(
      Path file, RegisterOptions options, RegisterWords words, RegisterLimits limits)
      throws IOException {
    RegisterCharset charset = RegisterCharset.detect(file, options.charset());
    Character chosen = options.delimiter();
    char delimiter = chosen != null ? chosen : detectDelimiter(file, charset, limits, words);
    RegisterCsvSource source = new RegisterCsvSource(charset.open(file), delimiter, limits);
    try {
      RegisterSample sample = RegisterSample.take(source, options.headerRow(), words);
      RegisterLayout layout =
          layout(
              RegisterFormat.CSV,
              charset.charset(),
              delimiter,
              List.of(),
              null,
              requireHeader(sample, options));
      return new RegisterReader(layout, sample, null);
    } catch (IOException | RuntimeException failure) {
      source.close();
      throw failure;
    }
  }

  private static char detectDelimiter(
      Path file, RegisterCharset charset, RegisterLimits limits, RegisterWords words)
      throws IOException {
    char[] start = new char[START_LENGTH];
    int length = 0;
    boolean complete = false;
    try (Reader reader = charset.open(file)) {
      while (length < start.length && !complete) {
        int count = reader.read(start, length, start.length - length);
        complete = count < 0;
        length += Math.max(0, count);
      }
    } catch (MalformedInputException notInCharset) {
      // Refused with its row when the rows are read; what came before says what the delimiter is.
      complete = false;
    }
    return RegisterCsvDelimiter.detect(new String(start, 0, length), complete, limits, words);
  }

  private static RegisterReader openWorkbook(
      Path file, RegisterOptions options, RegisterWords words, RegisterLimits limits)
      throws IOException {
    RegisterWorkbook workbook = RegisterWorkbook.open(file, limits);
    try {
      List<String> sheetNames = workbook.sheetNames();
      String sheetName =
          options.sheetName() != null
              ? requireSheet(sheetNames, options.sheetName())
              : likeliestSheet(workbook, options, words);
      RegisterSample sample =
          RegisterSample.take(workbook.openSheet(sheetName), options.headerRow(), words);
      RegisterLayout layout =
          layout(
              RegisterFormat.XLSX,
              null,
              null,
              sheetNames,
              sheetName,
              requireHeader(sample, options));
      return new RegisterReader(layout, sample, workbook);
    } catch (IOException | RuntimeException failure) {
      workbook.close();
      throw failure;
    }
  }

  private static String requireSheet(List<String> sheetNames, String wanted) {
    for (String name : sheetNames) {
      if (RegisterValues.normalise(name).equals(RegisterValues.normalise(wanted))) {
        return name;
      }
    }
    List<String> near = RegisterNames.nearest(wanted, sheetNames);
    throw new RegisterRefusedException(
        RegisterRefusal.UNKNOWN_SHEET,
        "The workbook has no sheet \"%s\" that is visible: choose %s."
            .formatted(wanted, RegisterNames.offer(near, sheetNames)),
        near);
  }

  /**
   * The first sheet whose header is that of such a table, past covers and histories; or just the
   * first.
   */
  private static String likeliestSheet(
      RegisterWorkbook workbook, RegisterOptions options, RegisterWords words) throws IOException {
    String first = null;
    List<String> names = workbook.sheetNames();
    for (String name : names.subList(0, Math.min(MAX_PROBED_SHEETS, names.size()))) {
      try (RegisterSource source = workbook.openSheet(name)) {
        RegisterHeader header = RegisterSample.take(source, options.headerRow(), words).header();
        if (header != null && header.knownNames(words) >= MIN_KNOWN_NAMES) {
          return name;
        }
        first = first == null && header != null ? name : first;
      }
    }
    return first == null ? names.getFirst() : first;
  }

  private static RegisterHeader requireHeader(RegisterSample sample, RegisterOptions options) {
    RegisterHeader header = sample.header();
    if (header == null) {
      throw new RegisterRefusedException(
          RegisterRefusal.NO_HEADER,
          options.headerRow() == null
              ? "The first rows hold no names of columns: say which row has them."
              : "Row %d has no names of columns: say which row has them."
                  .formatted(options.headerRow()));
    }
    header.requireUsable();
    return header;
  }

  private static RegisterLayout layout(
      RegisterFormat format,
      @Nullable Charset charset,
      @Nullable Character delimiter,
      List<String> sheetNames,
      @Nullable String sheetName,
      RegisterHeader header) {
    return new RegisterLayout(
        format, charset, delimiter, sheetNames, sheetName, header.rowNumber(), header.names());
  }
}
