package io.protoworks.register;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;

/**
 * Writes a register, record by record, in memory that does not grow with it. Its columns have the
 * fields' export names, which an import recognises; its values come back unchanged, see {@link
 * RegisterGuard}. The stream stays the caller's: it is flushed but not closed, and a register that
 * was not finished is visibly incomplete.
 */
public interface RegisterWriter {

  void write(RegisterRecord record) throws IOException;

  /** Writes what is left; nothing can be written afterwards. */
  void finish() throws IOException;

  /**
   * A CSV file as RFC 4180 has it: UTF-8, commas, CRLF.
   *
   * @param byteOrderMark whether to begin with the mark by which Excel knows UTF-8
   */
  static RegisterWriter csv(OutputStream output, boolean byteOrderMark) throws IOException {
    return new RegisterCsvWriter(output, byteOrderMark);
  }

  static RegisterWriter xlsx(OutputStream output) throws IOException {
    return new RegisterWorkbookWriter(output);
  }

  /** The names of the columns. */
  static Stream<String> headers() {
    return Stream.of(RegisterField.values()).map(RegisterField::exportName);
  }
}
