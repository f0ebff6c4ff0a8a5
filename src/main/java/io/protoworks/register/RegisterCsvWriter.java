package io.protoworks.register;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a table as CSV. */
final class RegisterCsvWriter implements RegisterTable {

  private final RegisterCsvOutput output;

  RegisterCsvWriter(OutputStream stream, boolean byteOrderMark) throws IOException {
    output = new RegisterCsvOutput(stream, byteOrderMark);
  }

  @Override
  public void write(List<String> cells) throws IOException {
    output.write(cells.stream());
  }

  @Override
  public void finish() throws IOException {
    output.finish();
  }
}
