package io.protoworks.register;

import static io.protoworks.register.RegisterFiles.cells;
import static io.protoworks.register.RegisterFiles.csv;
import static io.protoworks.register.RegisterFiles.layout;
import static io.protoworks.register.RegisterFiles.refusal;
import static io.protoworks.register.RegisterFiles.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The names of the columns are found below titles, and can be pointed at. */
class RegisterHeaderTests {

  private static final String TITLED =
      """
      TAG REGISTER;;;
      Project:;North Field;Revision:;3
      ;;;
      Área;Sistema;Tag;Descrição
      A1;10;P-101;Pump
      A1;10;P-102;Pump
      """;

  @TempDir Path folder;

  @Test
  void headerInRowFourBelowTitles() throws IOException {
    Path file = csv(folder, TITLED);
    assertThat(layout(file).headerRow()).isEqualTo(4);
    assertThat(layout(file).headers()).containsExactly("Área", "Sistema", "Tag", "Descrição");
    assertThat(rows(file)).extracting(RegisterRow::rowNumber).containsExactly(5L, 6L);
  }

  @Test
  void headerOfWordsThatNobodyKnowsIsStillTheFirstFullRow() throws IOException {
    Path file =
        csv(folder, "Anlagenliste\n\nKennzeichen,Bereich,Text\nP-101,A1,Pumpe\nP-102,A1,Pumpe\n");
    assertThat(layout(file).headerRow()).isEqualTo(3);
    assertThat(cells(file)).hasSize(2);
  }

  @Test
  void rowsOfNumbersAndBlanksAreNoHeader() throws IOException {
    Path file = csv(folder, "1,2,3\n-,n/a,\nArea,System,Tag\n1,10,P-1\n");
    assertThat(layout(file).headerRow()).isEqualTo(3);
  }

  @Test
  void callerMayPointAtTheHeader() throws IOException {
    Path file = csv(folder, TITLED);
    RegisterOptions options = RegisterOptions.DETECT.withHeaderRow(5);
    assertThat(layout(file, options).headers()).containsExactly("A1", "10", "P-101", "Pump");
    assertThat(rows(file, options)).hasSize(1);
  }

  @Test
  void pointingAtABlankRowOrBeyondTheEndIsRefused() throws IOException {
    Path file = csv(folder, TITLED);
    for (long row : new long[] {3, 99}) {
      RegisterOptions options = RegisterOptions.DETECT.withHeaderRow(row);
      assertThat(refusal(() -> rows(file, options)))
          .extracting(RegisterRefusedException::refusal)
          .isEqualTo(RegisterRefusal.NO_HEADER);
    }
    assertThat(refusal(() -> RegisterOptions.DETECT.withHeaderRow(0)).refusal())
        .isEqualTo(RegisterRefusal.INVALID_OPTION);
  }

  @Test
  void sameNameTwiceIsRefusedWhateverItsCaseAndBlanks() throws IOException {
    Path file = csv(folder, "Tag No,Name,\"TAG\n no \"\nP-1,a,b\n");
    assertThat(refusal(() -> rows(file)))
        .hasMessageStartingWith("Columns 1 and 3 of row 1 are both named")
        .extracting(RegisterRefusedException::refusal)
        .isEqualTo(RegisterRefusal.DUPLICATE_HEADER);
  }

  @Test
  void columnsWithoutANameMayBeMany() throws IOException {
    assertThat(layout(csv(folder, "Tag,,Name,\nP-1,x,a,y\n")).headers())
        .containsExactly("Tag", "", "Name", "");
  }

  @Test
  void namesMatchWhateverTheirCaseAndBlanksAndAreShownAsWritten() throws IOException {
    RegisterLayout layout = layout(csv(folder, "  Tag  Number ,Área\nP-1,A1\n"));
    assertThat(layout.headers()).containsExactly("Tag  Number", "Área");
    assertThat(layout.columnOf("TAG NUMBER")).isZero();
    assertThat(layout.columnOf("área\u00A0")).isEqualTo(1);
    assertThat(layout.columnOf("")).isEqualTo(-1);
    assertThat(List.of(layout.columnOf("Area"), layout.columnOf("Loop"))).containsOnly(-1);
  }
}
