package io.protoworks.register;

import static io.protoworks.register.RegisterFiles.cells;
import static io.protoworks.register.RegisterFiles.csv;
import static io.protoworks.register.RegisterFiles.layout;
import static io.protoworks.register.RegisterFiles.refusal;
import static io.protoworks.register.RegisterFiles.refusalOf;
import static io.protoworks.register.RegisterFiles.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of a CSV file arrives, with its number, or with what is wrong with it. */
class RegisterCsvTests {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t', '|'})
  void delimiterIsFound(char delimiter) throws IOException {
    String content = "Tag,Area,Name\nP-1,A1,Pump\nP-2,A1,Pump\n".replace(',', delimiter);
    Path file = csv(folder, content);
    assertThat(layout(file).delimiter()).isEqualTo(delimiter);
    assertThat(cells(file))
        .containsExactly(List.of("P-1", "A1", "Pump"), List.of("P-2", "A1", "Pump"));
  }

  @Test
  void decimalCommasAndListsAreNoDelimiters() throws IOException {
    Path file =
        csv(folder, "Tag;From;To;Note\nP-1;0,5;1,5;a, b, c\nP-2;0,5;2,5;d, e\nP-3;1,0;2,0;f\n");
    assertThat(layout(file).delimiter()).isEqualTo(';');
    assertThat(cells(file).getFirst()).containsExactly("P-1", "0,5", "1,5", "a, b, c");
  }

  @Test
  void delimitersInsideQuotesDoNotCount() throws IOException {
    Path file = csv(folder, "Tag,Name\nP-1,\"a;b;c;d\"\nP-2,\"e;f;g;h\"\n");
    assertThat(layout(file).delimiter()).isEqualTo(',');
    assertThat(cells(file)).containsExactly(List.of("P-1", "a;b;c;d"), List.of("P-2", "e;f;g;h"));
  }

  @Test
  void excelsHintIsFollowed() throws IOException {
    Path file = csv(folder, "sep=|\r\nTag|Name\r\nP-1|a,b,c\r\n");
    assertThat(layout(file).delimiter()).isEqualTo('|');
    assertThat(layout(file).headerRow()).isEqualTo(2);
    assertThat(cells(file)).containsExactly(List.of("P-1", "a,b,c"));
  }

  @Test
  void callerMayChooseTheDelimiter() throws IOException {
    Path file = csv(folder, "Tag:Name\nP-1:a,b\n");
    assertThat(rows(file, RegisterOptions.DETECT.withDelimiter(':')).getFirst().cells())
        .containsExactly("P-1", "a,b");
  }

  @Test
  void lineBreakOrQuoteAsDelimiterIsRefused() {
    assertThat(refusal(() -> RegisterOptions.DETECT.withDelimiter('"')).refusal())
        .isEqualTo(RegisterRefusal.INVALID_OPTION);
  }

  @Test
  void quotedCellKeepsQuotesDelimitersAndLines() throws IOException {
    Path file =
        csv(folder, "Tag,Name\r\nP-1,\"6\"\" valve, \"\"A\"\"\r\nsecond line\"\r\nP-2,x\r\n");
    List<RegisterRow> rows = rows(file);
    assertThat(rows.get(0).cells()).containsExactly("P-1", "6\" valve, \"A\"\r\nsecond line");
    assertThat(rows.get(1).cells()).containsExactly("P-2", "x");
    assertThat(rows).extracting(RegisterRow::rowNumber).containsExactly(2L, 3L);
  }

  @Test
  void everyKindOfLineEndIsOne() throws IOException {
    for (String end : List.of("\n", "\r\n", "\r")) {
      Path file = csv(folder, "Tag,Name\nP-1,a\nP-2,b".replace("\n", end));
      assertThat(cells(file)).containsExactly(List.of("P-1", "a"), List.of("P-2", "b"));
    }
  }

  @Test
  void quoteInsideAPlainCellIsALetter() throws IOException {
    assertThat(cells(csv(folder, "Tag,Name\nP-1,valve 6\" or 8\"\n")))
        .containsExactly(List.of("P-1", "valve 6\" or 8\""));
  }

  @Test
  void shortRowIsFilledUpAndBlanksBehindTheHeaderAreNothing() throws IOException {
    assertThat(cells(csv(folder, "Tag,Name,Area\nP-1\nP-2,a,b,,\n")))
        .containsExactly(List.of("P-1", "", ""), List.of("P-2", "a", "b"));
  }

  @Test
  void longRowIsADefectAndTheNextIsNot() throws IOException {
    List<RegisterRow> rows = rows(csv(folder, "Tag,Name\nP-1,a\nP-2,b,c\nP-3,d\n"));
    assertThat(rows.get(1).defects())
        .containsExactly(
            new RegisterRow.Defect(
                2,
                RegisterProblemCode.TOO_MANY_CELLS,
                "c",
                "The row has 3 cells, the header 2: put a value that holds a comma in quotation"
                    + " marks."));
    assertThat(rows.get(2).defects()).isEmpty();
  }

  @Test
  void textBehindAClosingQuoteCostsItsRowAndNoOther() throws IOException {
    List<RegisterRow> rows = rows(csv(folder, "Tag,Name\nP-1,\"6\" VALVE\",x\nP-2,b\n"));
    assertThat(rows.get(0).defects())
        .singleElement()
        .satisfies(
            defect -> {
              assertThat(defect.code()).isEqualTo(RegisterProblemCode.MALFORMED_QUOTES);
              assertThat(defect.spoilsRow()).isTrue();
              assertThat(defect.reason())
                  .isEqualTo(
                      "A cell goes on after its closing quotation mark on line 2 of the file: write"
                          + " a quotation mark inside a quoted cell twice.");
            });
    assertThat(rows.get(1).cells()).containsExactly("P-2", "b");
    assertThat(rows.get(1).rowNumber()).isEqualTo(3);
  }

  @Test
  void quoteThatIsNeverClosedIsADefectOfItsRow() throws IOException {
    List<RegisterRow> rows = rows(csv(folder, "Tag,Name\nP-1,a\nP-2,\"b\nP-3,c\n"));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).defects())
        .extracting(RegisterRow.Defect::code)
        .containsExactly(RegisterProblemCode.MALFORMED_QUOTES);
    assertThat(rows.get(1).defects().getFirst().reason()).contains("never closed on line 3");
  }

  @Test
  void blanksBehindAClosingQuoteAreHarmless() throws IOException {
    assertThat(cells(csv(folder, "Tag,Name\n\"P-1\" ,\"a\"\t\n")))
        .containsExactly(List.of("P-1", "a"));
  }

  @Test
  void blankLinesAreSkippedAndCounted() throws IOException {
    Path file = csv(folder, "Tag,Name\n\nP-1,a\n \n\nP-2,b\n,\n,\n\n");
    try (RegisterReader reader =
        RegisterReader.open(file, RegisterOptions.DETECT, RegisterLimits.DEFAULTS)) {
      RegisterRow first = reader.next();
      RegisterRow second = reader.next();
      assertThat(first).isEqualTo(new RegisterRow(3, List.of("P-1", "a")));
      assertThat(second).isEqualTo(new RegisterRow(6, List.of("P-2", "b")));
      assertThat(reader.next()).isNull();
      assertThat(reader.next()).isNull();
      assertThat(reader.blankRows()).isEqualTo(6);
    }
  }

  @Test
  void rowOfDelimitersOnlyBetweenOthersIsGivenSoThatItIsNotDroppedWithoutAWord()
      throws IOException {
    assertThat(rows(csv(folder, "Tag,Name\nP-1,a\n,\n\n , \nP-2,b\n,\n")))
        .containsExactly(
            new RegisterRow(2, List.of("P-1", "a")),
            new RegisterRow(3, List.of("", "")),
            new RegisterRow(5, List.of("", "")),
            new RegisterRow(6, List.of("P-2", "b")));
  }

  @Test
  void fileOfBlankLinesHasNoHeader() throws IOException {
    assertThat(refusalOf(csv(folder, "\n \n;;\n"))).isEqualTo(RegisterRefusal.NO_HEADER);
  }

  @Test
  void headerAloneIsARegisterWithoutRows() throws IOException {
    assertThat(rows(csv(folder, "Tag,Name"))).isEmpty();
  }
}
