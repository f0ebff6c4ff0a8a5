package io.protoworks.register;

import static io.protoworks.register.RegisterFiles.cells;
import static io.protoworks.register.RegisterFiles.layout;
import static io.protoworks.register.RegisterFiles.parts;
import static io.protoworks.register.RegisterFiles.refusal;
import static io.protoworks.register.RegisterFiles.refusalOf;
import static io.protoworks.register.RegisterFiles.relation;
import static io.protoworks.register.RegisterFiles.relations;
import static io.protoworks.register.RegisterFiles.row;
import static io.protoworks.register.RegisterFiles.rows;
import static io.protoworks.register.RegisterFiles.sheet;
import static io.protoworks.register.RegisterFiles.textCell;
import static io.protoworks.register.RegisterFiles.workbook;
import static io.protoworks.register.RegisterFiles.xlsx;
import static io.protoworks.register.RegisterFiles.zip;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees in a sheet is what is read of it. */
class RegisterWorkbookTests {

  @TempDir Path folder;

  @Test
  void workbookOfAnotherProgram() throws IOException {
    Path file = folder.resolve("register.xlsx");
    try (OutputStream output = Files.newOutputStream(file);
        Workbook workbook = new Workbook(output, "Test", null)) {
      Worksheet sheet = workbook.newWorksheet("Tags");
      sheet.value(0, 0, "TAG REGISTER");
      sheet.range(0, 0, 0, 3).merge();
      List<String> names = List.of("Tag", "Loop", "Active", "Installed", "Description");
      for (int column = 0; column < names.size(); column++) {
        sheet.value(3, column, names.get(column));
      }
      sheet.value(4, 0, "P-101");
      sheet.value(4, 1, 96116);
      sheet.value(4, 2, true);
      sheet.value(4, 3, LocalDateTime.of(2009, 6, 26, 15, 36));
      sheet.style(4, 3).format("dd/mm/yyyy hh:mm").set();
      sheet.inlineString(4, 4, "Bomba d'água");
      sheet.value(6, 0, "P-102");
      sheet.value(6, 1, 0.1 + 0.2);
      sheet.hideRow(6);
    }
    assertThat(layout(file))
        .isEqualTo(
            new RegisterLayout(
                RegisterFormat.XLSX,
                null,
                null,
                List.of("Tags"),
                "Tags",
                4,
                layout(file).headers()));
    assertThat(rows(file))
        .containsExactly(
            new RegisterRow(
                5, List.of("P-101", "96116", "true", "2009-06-26T15:36", "Bomba d'água")),
            new RegisterRow(7, List.of("P-102", "0.3", "", "", "")));
  }

  @Test
  void sharedStringsWithRunsReadingAidsAndEscapes() throws IOException {
    Map<String, String> parts =
        parts(
            row("Tag", "Name"),
            "<row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c></row>",
            "<row><c t=\"s\"><v>3</v></c><c t=\"s\"><v>2</v></c></row>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relations(
            relation("r1", "worksheet", "sheet1.xml"),
            relation("r2", "sharedStrings", "/xl/Strings.xml")));
    parts.put(
        "xl/strings.xml",
        """
        <sst><si><r><t>big </t></r><r><t xml:space="preserve">pump</t></r></si>
        <si><t>P-1</t><rPh><t>reading</t></rPh></si>
        <si><t>a_x000D_b_x005F_x0041_ &amp; c<![CDATA[<d>]]></t></si><si><t>P-2</t></si></sst>
        """);
    assertThat(cells(zip(folder, parts)))
        .containsExactly(List.of("P-1", "big pump"), List.of("P-2", "a\rb_x0041_ & c<d>"));
  }

  @Test
  void storedValueOfAFormulaIsTaken() throws IOException {
    Path file =
        xlsx(
            folder,
            row("Tag", "Sum", "Flag", "None"),
            "<row><c t=\"str\"><f>A1&amp;\"x\"</f><v>P-1</v></c><c><f>1+1</f><v>2</v></c>"
                + "<c t=\"b\"><f>TRUE()</f><v>1</v></c><c t=\"str\"><f>\"\"</f><v></v></c></row>");
    assertThat(rows(file)).containsExactly(new RegisterRow(2, List.of("P-1", "2", "true", "")));
  }

  @Test
  void errorCellsAndFormulasNeverComputedAreDefectsThatNameTheCell() throws IOException {
    Path file =
        xlsx(
            folder,
            row("Tag", "Sum", "Name"),
            "<row r=\"7\"><c r=\"A7\" t=\"inlineStr\"><is><t>P-1</t></is></c>"
                + "<c r=\"B7\" t=\"e\"><f>B9</f><v>#REF!</v></c><c r=\"C7\"><f>1+1</f></c></row>");
    assertThat(rows(file).getFirst().defects())
        .containsExactly(
            new RegisterRow.Defect(
                1,
                RegisterProblemCode.ERROR_CELL,
                "#REF!",
                "Cell B7 shows the error #REF!: correct its formula or type the value in."),
            new RegisterRow.Defect(
                2,
                RegisterProblemCode.UNCALCULATED_FORMULA,
                "",
                "Cell C7 holds a formula without a stored value: open the workbook in a spreadsheet"
                    + " program, save it and send it again."));
  }

  @Test
  void cellsStandWhereTheirReferencesSay() throws IOException {
    Path file =
        xlsx(
            folder,
            "<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>Tag</t></is></c>"
                + textCell("Name")
                + "</row>",
            "<row r=\"5\"><c r=\"C5\" t=\"str\"><v>Pump</v></c><c r=\"AA5\"><v>9</v></c></row>");
    assertThat(layout(file).headers()).containsExactly("", "Tag", "Name");
    assertThat(rows(file)).containsExactly(new RegisterRow(5, List.of("", "", "Pump")));
  }

  @Test
  void numbersAreShownByTheirFormat() throws IOException {
    Map<String, String> parts =
        parts(
            row("Number", "Code", "Date", "Built-in", "Time", "ISO"),
            "<row><c><v>96116.0</v></c><c s=\"1\"><v>42</v></c><c s=\"2\"><v>39990.65</v></c>"
                + "<c s=\"3\"><v>39990</v></c><c s=\"4\"><v>0.65</v></c>"
                + "<c t=\"d\"><v>2009-06-26</v></c></row>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relations(
            relation("r1", "worksheet", "sheet1.xml"), relation("r2", "styles", "styles.xml")));
    parts.put(
        "xl/styles.xml",
        """
        <styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000"/>
        <numFmt numFmtId="165" formatCode="[$-416]d/m/yyyy\\ hh:mm;@"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/>
        <xf numFmtId="21"/></cellXfs></styleSheet>
        """);
    assertThat(cells(zip(folder, parts)))
        .containsExactly(
            List.of("96116", "00042", "2009-06-26T15:36", "2009-06-26", "15:36", "2009-06-26"));
  }

  @Test
  void workbookThatCountsFrom1904() throws IOException {
    Map<String, String> parts =
        parts(row("Tag", "Date"), "<row><c><v>1</v></c><c s=\"0\"><v>38528</v></c></row>");
    parts.put(
        "xl/workbook.xml",
        workbook("<sheet name=\"Register\" sheetId=\"1\" r:id=\"r1\"/>")
            .replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relations(
            relation("r1", "worksheet", "sheet1.xml"), relation("r2", "styles", "styles.xml")));
    parts.put("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
    assertThat(cells(zip(folder, parts)).getFirst().get(1)).isEqualTo("2009-06-26");
  }

  @Test
  void registerIsFoundBehindCoverAndHistoryAndHiddenSheetsAreLeftOut() throws IOException {
    Path file = threeSheets();
    assertThat(layout(file).sheetName()).isEqualTo("Tags 2");
    assertThat(layout(file).sheetNames()).containsExactly("Cover", "Tags 2");
    assertThat(cells(file)).containsExactly(List.of("P-1", "A1"));
  }

  @Test
  void callerMayChooseTheSheet() throws IOException {
    RegisterOptions options = RegisterOptions.DETECT.withSheetName("COVER");
    assertThat(layout(threeSheets(), options).headers()).containsExactly("Tag register of a plant");
  }

  @Test
  void unknownSheetIsRefusedWithWhatIsNear() throws IOException {
    Path file = threeSheets();
    RegisterOptions options = RegisterOptions.DETECT.withSheetName("Tags2");
    RegisterRefusedException refusal = refusal(() -> layout(file, options));
    assertThat(refusal)
        .hasMessage("The workbook has no sheet \"Tags2\" that is visible: choose \"Tags 2\".");
    assertThat(refusal.refusal()).isEqualTo(RegisterRefusal.UNKNOWN_SHEET);
    assertThat(refusal.nearMatches()).containsExactly("Tags 2");
  }

  @Test
  void blankRowsAreSkippedAndCountedEvenWhenTheFileLeavesThemOut() throws IOException {
    Path file =
        xlsx(
            folder,
            "<row r=\"1\">" + textCell("Tag") + textCell("Name") + "</row>",
            "<row r=\"3\"><c s=\"4\"/><c/></row>",
            "<row r=\"5\">" + textCell("P-1") + "</row>");
    try (RegisterReader reader =
        RegisterReader.open(file, RegisterOptions.DETECT, RegisterLimits.DEFAULTS)) {
      assertThat(reader.next()).isEqualTo(new RegisterRow(5, List.of("P-1", "")));
      assertThat(reader.next()).isNull();
      assertThat(reader.blankRows()).isEqualTo(3);
    }
  }

  @Test
  void sheetOfUtf16() throws IOException {
    Path file = folder.resolve("register");
    Map<String, String> parts = parts(row("Tag", "Área"), row("P-1", "A1"));
    try (ZipOutputStream output = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        output.putNextEntry(new ZipEntry(part.getKey()));
        String content = "\uFEFF" + part.getValue().replace("UTF-8", "UTF-16");
        output.write(content.getBytes(UTF_16LE));
      }
    }
    assertThat(layout(file).headers()).containsExactly("Tag", "Área");
  }

  @Test
  void brokenXmlMissingPartsAndBadReferencesAreDamage() throws IOException {
    Map<String, String> broken = parts(row("Tag"), "<row><c></row>");
    Map<String, String> missing = parts(row("Tag"));
    missing.remove("xl/sheet1.xml");
    for (Path file :
        List.of(
            zip(folder, broken),
            zip(folder, missing),
            xlsx(folder, row("Tag"), "<row><c t=\"s\"><v>7</v></c></row>"),
            xlsx(folder, row("Tag"), "<row><c r=\"ZZZZZZ2\"><v>7</v></c></row>"),
            xlsx(folder, row("Tag"), "<row><c r=\"2\"><v>7</v></c></row>"),
            xlsx(folder, row("Tag"), "<row r=\"1\"><c><v>7</v></c></row>"),
            xlsx(folder, row("Tag"), "<row r=\"x\"><c><v>7</v></c></row>"))) {
      assertThat(refusalOf(file)).isEqualTo(RegisterRefusal.DAMAGED_FILE);
    }
  }

  private Path threeSheets() throws IOException {
    Map<String, String> parts = parts();
    parts.put(
        "xl/workbook.xml",
        workbook(
            "<sheet name=\"Cover\" r:id=\"r1\"/><sheet name=\"Old\" state=\"hidden\" r:id=\"r2\"/>"
                + "<sheet name=\"Tags 2\" r:id=\"r3\"/>"));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relations(
            relation("r1", "worksheet", "sheet1.xml"),
            relation("r2", "worksheet", "sheet2.xml"),
            relation("r3", "worksheet", "sheet3.xml")));
    parts.put("xl/sheet1.xml", sheet(row("Tag register of a plant")));
    parts.put("xl/sheet2.xml", sheet(row("Tag", "Area"), row("P-0", "A0")));
    parts.put("xl/sheet3.xml", sheet(row("Tag", "Area"), row("P-1", "A1")));
    return zip(folder, parts);
  }
}
