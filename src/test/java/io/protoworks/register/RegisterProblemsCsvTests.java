package io.protoworks.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The list of errors opens in a spreadsheet program and runs nothing there. */
class RegisterProblemsCsvTests {

  @Test
  void oneLineForEachProblem() throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    RegisterProblemsCsv csv = new RegisterProblemsCsv(output, true);
    csv.write(
        new RegisterRowProblem(
            389,
            "Tag, No.",
            RegisterField.TAG_ID,
            RegisterProblemCode.CONTROL_CHARACTER,
            "=cmd|' /C calc'!A0",
            "Delete it."));
    csv.write(
        new RegisterRowProblem(
            390, null, null, RegisterProblemCode.TOO_MANY_CELLS, "", "Shorten it."));
    csv.finish();
    assertThat(output.toString(UTF_8))
        .isEqualTo(
            """
            \uFEFFrow_number,column,value,code,reason\r
            389,"Tag, No.",'=cmd|' /C calc'!A0,CONTROL_CHARACTER,Delete it.\r
            390,,,TOO_MANY_CELLS,Shorten it.\r
            """);
  }
}
