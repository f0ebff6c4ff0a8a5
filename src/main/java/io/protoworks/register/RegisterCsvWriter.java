package io.protoworks.register;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;

/** Writes a register as CSV. */
final class RegisterCsvWriter implements RegisterWriter {

  private final RegisterCsvOutput output;

  RegisterCsvWriter(OutputStream stream, boolean byteOrderMark) throws IOException {
    output = new RegisterCsvOutput(stream, byteOrderMark);
    output.write(RegisterWriter.headers());
  }

  @Override
  public void write(RegisterRecord record) throws IOException {
    output.write(Stream.of(RegisterField.values()).map(record::text));
  }

  @Override
  public void finish() throws IOException {
    output.finish();
  }
}
