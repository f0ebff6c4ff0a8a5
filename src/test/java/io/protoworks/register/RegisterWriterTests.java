package io.protoworks.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported imports back unchanged, and harms nobody who opens it. */
class RegisterWriterTests {

  /** Values that get lost or changed in careless exports. */
  private static final List<String> DELICATE =
      List.of(
          "-",
          "N/A",
          "0012",
          "1e5",
          "1,5",
          "a;b|c\td",
          "two\nlines",
          "two\r\nlines",
          "a\rb",
          "he said \"no\"",
          "\"",
          "'",
          "''",
          "=cmd|' /C calc'!A0",
          "'=x",
          "''=x",
          "'abc",
          " x",
          "x ",
          "\u00A0x\u00A0",
          "+5",
          "@SUM(A1)",
          "\tx",
          "_x0041_",
          "_x005F_x0041_",
          "<b>&amp;</b>",
          "]]>",
          "Válvula 50 °C – € 😀",
          "true",
          "#REF!",
          "2009-06-26",
          "sep=;");

  @TempDir Path folder;

  static RegisterRecord record(String tagId, String application) {
    return new RegisterRecord(
        "A1", null, "10", null, "GENERAL", null, tagId, application, null, null);
  }

  @Test
  void everythingComesBackUnchanged() throws IOException {
    List<RegisterRecord> records = new ArrayList<>();
    for (int index = 0; index < DELICATE.size(); index++) {
      String value = DELICATE.get(index);
      records.add(
          new RegisterRecord(
              "A1",
              value,
              "10",
              value,
              "S" + index,
              value,
              "T-" + index,
              value,
              "E",
              index % 2 == 0));
      records.add(record("U-" + index, value));
    }
    for (String code : List.of("-", " x", "0012", "1e5", "=cmd|' /C calc'!A0", "'=x", "n/a")) {
      records.add(
          new RegisterRecord(
              code, null, code, null, code, null, code, "x", code.substring(0, 1), null));
    }
    for (Path file : List.of(csv(records, true), csv(records, false), xlsx(records))) {
      assertThat(imported(file)).containsExactlyElementsOf(records);
    }
  }

  @Test
  void csvIsUtf8WithCommasAndGuardedFormulas() throws IOException {
    Path file = csv(List.of(record("P-1", "=1+1"), record("P-2", "a \"b\", c")), false);
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            area_code,area_name,system_code,system_name,subsystem_code,subsystem_name,tag_id,\
            application,discipline_code,active\r
            A1,,10,,GENERAL,,P-1,'=1+1,,\r
            A1,,10,,GENERAL,,P-2,"a ""b"", c",,\r
            """);
  }

  @Test
  void csvMayBeginWithAMark() throws IOException {
    assertThat(Files.readString(csv(List.of(), true))).startsWith("\uFEFFarea_code,");
  }

  @Test
  void workbookHoldsTextsAndNoFormulas() throws IOException {
    Path file = xlsx(List.of(record("0012", "=cmd|' /C calc'!A0"), record("1e5", "'-x ")));
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
      List<Row> rows = workbook.getFirstSheet().read();
      assertThat(rows).hasSize(3);
      assertThat(rows.get(1).getCellText(6)).isEqualTo("0012");
      assertThat(rows.get(1).getCellText(7)).isEqualTo("=cmd|' /C calc'!A0");
      assertThat(rows.get(2).getCellText(7)).isEqualTo("''-x ");
      assertThat(rows.stream().flatMap(Row::stream).filter(cell -> cell != null))
          .allMatch(cell -> cell.getType() == CellType.STRING);
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      byte[] sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes();
      assertThat(new String(sheet, UTF_8))
          .doesNotContain("<f>")
          .contains("<t xml:space=\"preserve\">&apos;&apos;-x </t>");
    }
  }

  @Test
  void manyRowsReachTheStreamBeforeTheEnd() throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    RegisterWriter writer = RegisterWriter.xlsx(output);
    for (int index = 0; index < 5_000; index++) {
      writer.write(record("P-" + index, "Pump " + Integer.toHexString(index * 7919)));
    }
    int before = output.size();
    writer.finish();
    assertThat(before).isGreaterThan(output.size() / 2);
    Path file = Files.write(folder.resolve("many"), output.toByteArray());
    assertThat(imported(file)).hasSize(5_000);
  }

  @Test
  void emptyRegisterIsAHeader() throws IOException {
    assertThat(imported(xlsx(List.of()))).isEmpty();
    assertThat(imported(csv(List.of(), false))).isEmpty();
  }

  private Path csv(List<RegisterRecord> records, boolean byteOrderMark) throws IOException {
    Path file = Files.createTempFile(folder, "export", ".csv");
    try (OutputStream output = Files.newOutputStream(file)) {
      write(RegisterWriter.csv(output, byteOrderMark), records);
    }
    return file;
  }

  private Path xlsx(List<RegisterRecord> records) throws IOException {
    Path file = Files.createTempFile(folder, "export", ".xlsx");
    try (OutputStream output = Files.newOutputStream(file)) {
      write(RegisterWriter.xlsx(output), records);
    }
    return file;
  }

  private static void write(RegisterWriter writer, List<RegisterRecord> records)
      throws IOException {
    for (RegisterRecord record : records) {
      writer.write(record);
    }
    writer.finish();
  }

  /** The records of a file, by the mapping that is proposed for it, without a word from anybody. */
  private static List<RegisterRecord> imported(Path file) throws IOException {
    List<RegisterRecord> records = new ArrayList<>();
    List<RegisterRow> rows = RegisterFiles.rows(file);
    RegisterLayout layout = RegisterFiles.layout(file);
    RegisterMapping mapping =
        RegisterMappingProposer.propose(layout.headers(), rows, RegisterOptions.DETECT).mapping();
    RegisterRowMapper mapper = new RegisterRowMapper(mapping, layout, RegisterOptions.DETECT);
    for (RegisterRow row : rows) {
      RegisterRowOutcome outcome = mapper.map(row);
      assertThat(outcome).isInstanceOf(RegisterRowOutcome.Accepted.class);
      if (outcome instanceof RegisterRowOutcome.Accepted accepted) {
        records.add(accepted.record());
      }
    }
    return records;
  }
}
