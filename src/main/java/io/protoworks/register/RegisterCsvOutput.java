package io.protoworks.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.stream.Stream;

/** Rows of guarded cells as CSV, for people to open in a spreadsheet program. */
final class RegisterCsvOutput {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CsvWriter writer;

  RegisterCsvOutput(OutputStream stream, boolean byteOrderMark) throws IOException {
    Writer characters = new OutputStreamWriter(stream, UTF_8);
    if (byteOrderMark) {
      characters.write(BYTE_ORDER_MARK);
    }
    writer = CsvWriter.builder().build(characters);
  }

  void write(Stream<String> cells) throws IOException {
    try {
      writer.writeRecord(cells.map(RegisterGuard::forCsv).toList());
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  void finish() throws IOException {
    writer.flush();
  }
}
