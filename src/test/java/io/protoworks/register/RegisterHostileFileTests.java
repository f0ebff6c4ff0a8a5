package io.protoworks.register;

import static io.protoworks.register.RegisterFiles.csv;
import static io.protoworks.register.RegisterFiles.parts;
import static io.protoworks.register.RegisterFiles.refusal;
import static io.protoworks.register.RegisterFiles.refusalOf;
import static io.protoworks.register.RegisterFiles.relation;
import static io.protoworks.register.RegisterFiles.relations;
import static io.protoworks.register.RegisterFiles.repeating;
import static io.protoworks.register.RegisterFiles.row;
import static io.protoworks.register.RegisterFiles.rows;
import static io.protoworks.register.RegisterFiles.sheet;
import static io.protoworks.register.RegisterFiles.textCell;
import static io.protoworks.register.RegisterFiles.xlsx;
import static io.protoworks.register.RegisterFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is meant to do harm is refused before it costs more than the limits say. */
class RegisterHostileFileTests {

  private static final String SHEET_START = "<worksheet><sheetData>" + row("Tag", "Name");

  /** Dense files are let through, so that the guards behind that one are reached. */
  private static final RegisterLimits ANY_DENSITY =
      new RegisterLimits(
          1L << 28, 1L << 29, 1_000_000, 10_000, 1L << 26, 1_048_576, 1_000, 32_767, 1_000_000);

  /** A million bytes unpacked, and a quarter of them for shared strings. */
  private static final RegisterLimits SMALL =
      new RegisterLimits(
          1L << 28, 1L << 20, 1_000_000, 10_000, 1L << 18, 1_048_576, 1_000, 32_767, 1_000_000);

  @TempDir Path folder;

  @Test
  void zipBombIsRefusedByItsDensity() throws IOException {
    Path file = repeating(folder, SHEET_START + "<row>", "<c/>".repeat(10_000), 200);
    assertThat(Files.size(file)).isLessThan(20_000);
    assertThat(refusalOf(file)).isEqualTo(RegisterRefusal.EXPANDS_TOO_MUCH);
  }

  @Test
  void zipBombIsRefusedByItsSize() throws IOException {
    Path file = repeating(folder, SHEET_START, "<row><c><v>1</v></c></row>", 50_000);
    assertThat(refusalOf(file, SMALL)).isEqualTo(RegisterRefusal.EXPANDS_TOO_MUCH);
  }

  @Test
  void bombInTheSharedStringsIsRefusedBeforeTheyAreKept() throws IOException {
    Map<String, String> parts = parts(row("Tag"));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relations(
            relation("r1", "worksheet", "sheet1.xml"),
            relation("r2", "sharedStrings", "strings.xml")));
    parts.put("xl/strings.xml", "<sst>" + "<si><t>pump</t></si>".repeat(20_000));
    assertThat(refusalOf(zip(folder, parts), SMALL)).isEqualTo(RegisterRefusal.EXPANDS_TOO_MUCH);
  }

  @Test
  void archiveOfTooManyPartsIsRefusedUnopened() throws IOException {
    for (int count : new int[] {10_001, 70_000}) {
      Path file = folder.resolve("parts" + count);
      try (ZipOutputStream zip =
          new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
        zip.setMethod(ZipOutputStream.STORED);
        for (int index = 0; index < count; index++) {
          ZipEntry entry = new ZipEntry("part" + index);
          entry.setSize(0);
          entry.setCrc(0);
          zip.putNextEntry(entry);
        }
      }
      assertThat(refusalOf(file)).isEqualTo(RegisterRefusal.TOO_MANY_PARTS);
    }
  }

  @Test
  void externalEntityIsNeverResolved() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "the secret");
    String declaration =
        "<!DOCTYPE worksheet [<!ENTITY leak SYSTEM \"%s\">]>".formatted(secret.toUri());
    Map<String, String> inSheet = parts();
    inSheet.put(
        "xl/sheet1.xml",
        sheet(row("Tag"), row("&leak;")).replace("<worksheet", declaration + "<worksheet"));
    Map<String, String> inWorkbook = parts(row("Tag"));
    inWorkbook.merge("xl/workbook.xml", declaration, (content, added) -> added + content);
    for (Map<String, String> parts : List.of(inSheet, inWorkbook)) {
      assertThat(refusalOf(zip(folder, parts))).isEqualTo(RegisterRefusal.FORBIDDEN_MARKUP);
    }
  }

  @Test
  void entityWithoutADeclarationIsDamage() throws IOException {
    assertThat(refusalOf(xlsx(folder, row("Tag"), row("&leak;"))))
        .isEqualTo(RegisterRefusal.DAMAGED_FILE);
  }

  @Test
  void piecesOfMarkupWithoutEndAreRefused() throws IOException {
    for (String start : List.of("<row x=\"", "<!--<", "<![CDATA[<", "<?x <")) {
      Path file = repeating(folder, SHEET_START + start, "a ".repeat(10_000), 60);
      assertThat(refusalOf(file)).isEqualTo(RegisterRefusal.FORBIDDEN_MARKUP);
    }
  }

  @Test
  void moreNamesOrDepthThanAnyWorkbookHasAreDamage() throws IOException {
    StringBuilder names = new StringBuilder();
    for (int index = 0; index < 3_000; index++) {
      names.append("<e").append(index).append(" a").append(index).append("=''/>");
    }
    assertThat(refusalOf(xlsx(folder, row("Tag"), "<row>" + names + "</row>")))
        .isEqualTo(RegisterRefusal.DAMAGED_FILE);
    assertThat(refusalOf(repeating(folder, SHEET_START, "<row>", 200)))
        .isEqualTo(RegisterRefusal.DAMAGED_FILE);
  }

  @Test
  void millionsOfEmptyCellsInOneRowAreNothing() throws IOException {
    Path file = repeating(folder, SHEET_START + "<row>", "<c/>", 1_000_000);
    assertThat(refusalOf(file, ANY_DENSITY)).isEqualTo(RegisterRefusal.DAMAGED_FILE);
  }

  @Test
  void tooManyColumnsAreRefused() throws IOException {
    String header = "Tag" + ",x".repeat(1_000);
    assertThat(refusalOf(csv(folder, header))).isEqualTo(RegisterRefusal.TOO_MANY_COLUMNS);
    assertThat(refusalOf(xlsx(folder, row("Tag"), "<row><c r=\"ALM2\"><v>1</v></c></row>")))
        .isEqualTo(RegisterRefusal.TOO_MANY_COLUMNS);
    assertThat(rows(xlsx(folder, row("Tag"), "<row><c><v>1</v></c><c r=\"XFD2\" s=\"1\"/></row>")))
        .hasSize(1);
  }

  @Test
  void tooManyRowsAreRefused() throws IOException {
    RegisterLimits limits =
        new RegisterLimits(1L << 28, 1L << 29, 200, 10_000, 1L << 26, 3, 1_000, 32_767, 1_000_000);
    assertThat(refusalOf(csv(folder, "Tag\n1\n2\n3\n"), limits))
        .isEqualTo(RegisterRefusal.TOO_MANY_ROWS);
    assertThat(refusalOf(xlsx(folder, row("Tag"), "<row r=\"4\"><c><v>1</v></c></row>"), limits))
        .isEqualTo(RegisterRefusal.TOO_MANY_ROWS);
  }

  @Test
  void tooLongCellsAreRefused() throws IOException {
    String longest = "x".repeat(32_767);
    assertThat(rows(csv(folder, "Tag\n" + longest)).getFirst().cells()).containsExactly(longest);
    assertThat(rows(xlsx(folder, row("Tag"), row(longest))).getFirst().cells())
        .containsExactly(longest);
    assertThat(refusalOf(csv(folder, "Tag\nx" + longest))).isEqualTo(RegisterRefusal.CELL_TOO_LONG);
    assertThat(refusalOf(xlsx(folder, row("Tag"), row("x" + longest))))
        .isEqualTo(RegisterRefusal.CELL_TOO_LONG);
    Path inPieces =
        xlsx(folder, row("Tag"), row("x".repeat(30_000) + "<!-- -->" + "x".repeat(300_000)));
    assertThat(refusalOf(inPieces)).isEqualTo(RegisterRefusal.CELL_TOO_LONG);
  }

  @Test
  void tooLongRowsAreRefused() throws IOException {
    String cell = "x".repeat(30_000);
    assertThat(refusalOf(csv(folder, "Tag\n" + (cell + ",").repeat(40))))
        .isEqualTo(RegisterRefusal.ROW_TOO_LONG);
    assertThat(refusalOf(xlsx(folder, row("Tag"), "<row>" + textCell(cell).repeat(40) + "</row>")))
        .isEqualTo(RegisterRefusal.ROW_TOO_LONG);
  }

  @Test
  void quotedCellWithoutEndIsRefusedAndNotReadToTheEnd() {
    Reader endless =
        new Reader() {
          private boolean begun;

          @Override
          public int read(char[] target, int offset, int length) {
            Arrays.fill(target, offset, offset + length, 'x');
            if (!begun) {
              target[offset] = '"';
              begun = true;
            }
            return length;
          }

          @Override
          public void close() {}
        };
    RegisterCsvSource source = new RegisterCsvSource(endless, ',', RegisterLimits.DEFAULTS);
    assertThat(refusal(source::next).refusal()).isEqualTo(RegisterRefusal.CELL_TOO_LONG);
  }

  @Test
  void largeRegisterPassesWithItsRowsOneAtATime() throws IOException {
    Path file = folder.resolve("large");
    RegisterRecord record = RegisterWriterTests.record("P-1", "Pump");
    try (OutputStream output = Files.newOutputStream(file)) {
      RegisterWriter writer = RegisterWriter.xlsx(output);
      for (int index = 0; index < 30_000; index++) {
        writer.write(record);
      }
      writer.finish();
    }
    int count = 0;
    try (RegisterReader reader =
        RegisterReader.open(file, RegisterOptions.DETECT, RegisterLimits.DEFAULTS)) {
      RegisterRow row = reader.next();
      while (row != null) {
        count++;
        assertThat(row.rowNumber()).isEqualTo(count + 1L);
        row = reader.next();
      }
    }
    assertThat(count).isEqualTo(30_000);
  }
}
