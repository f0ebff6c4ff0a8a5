package io.protoworks.register;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;

/**
 * Writes a register, record by record, as a {@link RegisterTable}. Its columns have the fields'
 * export names, which an import recognises.
 */
public final class RegisterWriter {

  private final RegisterTable table;

  private RegisterWriter(RegisterTable table) {
    this.table = table;
  }

  /** A CSV file, see {@link RegisterTable#csv}. */
  public static RegisterWriter csv(OutputStream output, boolean byteOrderMark) throws IOException {
    return new RegisterWriter(RegisterTable.csv(output, byteOrderMark, headers().toList()));
  }

  public static RegisterWriter xlsx(OutputStream output) throws IOException {
    return new RegisterWriter(RegisterTable.xlsx(output, "Register", headers().toList()));
  }

  /** The names of the columns. */
  public static Stream<String> headers() {
    return Stream.of(RegisterField.values()).map(RegisterField::exportName);
  }

  public void write(RegisterRecord record) throws IOException {
    table.write(Stream.of(RegisterField.values()).map(record::text).toList());
  }

  /** Writes what is left; nothing can be written afterwards. */
  public void finish() throws IOException {
    table.finish();
  }
}
