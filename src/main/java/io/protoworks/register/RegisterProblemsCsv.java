package io.protoworks.register;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Writes the problems of an import as CSV, for whoever has to correct the register. The stream
 * stays the caller's: it is flushed but not closed.
 */
public final class RegisterProblemsCsv {

  private final RegisterCsvOutput output;

  public RegisterProblemsCsv(OutputStream stream, boolean byteOrderMark) throws IOException {
    output = new RegisterCsvOutput(stream, byteOrderMark);
    output.write(Stream.of("row_number", "column", "value", "code", "reason"));
  }

  public void write(RegisterRowProblem problem) throws IOException {
    output.write(
        Stream.of(
            Long.toString(problem.rowNumber()),
            Objects.requireNonNullElse(problem.column(), ""),
            problem.value(),
            problem.code().name(),
            problem.reason()));
  }

  public void finish() throws IOException {
    output.finish();
  }
}
