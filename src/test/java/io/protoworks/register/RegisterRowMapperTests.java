package io.protoworks.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row is a record, or it says for each column what is wrong and what to do. */
class RegisterRowMapperTests {

  private static final List<String> HEADERS =
      List.of("Area", "System", "Sub", "Tag", "Text", "Disc", "On");

  @Test
  void goodRowIsARecordWithoutBlanksAtItsEnds() {
    assertThat(record(" A1 ", "10", "96116", "\u00A0P-101", "Pump\nof oil ", "MEC", "Não"))
        .isEqualTo(
            new RegisterRecord(
                "A1", null, "10", null, "96116", null, "P-101", "Pump\nof oil", "MEC", false));
  }

  @Test
  void blanksAndTheirMarkersAreNoValueAndDefaultsTakeTheirPlace() {
    assertThat(record("A1", "10", "-", "P-101", "Pump", "N/A", " "))
        .isEqualTo(
            new RegisterRecord(
                "A1", null, "10", null, "GENERAL", null, "P-101", "Pump", null, null));
  }

  @Test
  void callerMayNameOtherMarkers() {
    RegisterOptions options = RegisterOptions.DETECT.withBlankMarkers(Set.of("TBD"));
    RegisterRowOutcome outcome =
        mapper(options).map(new RegisterRow(2, List.of("A1", "10", "tbd", "P-1", "-", "", "")));
    assertThat(outcome)
        .isEqualTo(
            new RegisterRowOutcome.Accepted(
                2,
                new RegisterRecord(
                    "A1", null, "10", null, "GENERAL", null, "P-1", "-", null, null)));
  }

  @Test
  void rowWithoutATagHasThatOneProblem() {
    assertThat(problems("", "", "", "-", "", "", "maybe"))
        .containsExactly(
            new RegisterRowProblem(
                7,
                "Tag",
                RegisterField.TAG_ID,
                RegisterProblemCode.REQUIRED_BLANK,
                "",
                "Every row needs the tag, and this one has none: fill it in, or delete the row."));
  }

  @Test
  void everyBadColumnIsNamed() {
    List<RegisterRowProblem> problems =
        problems("", "10", "x", "P".repeat(51), "T".repeat(501), "MECHANICAL1", "perhaps");
    assertThat(problems)
        .extracting(RegisterRowProblem::column)
        .containsExactlyInAnyOrder("Area", "Tag", "Text", "Disc", "On");
    assertThat(problems)
        .filteredOn(problem -> problem.field() == RegisterField.TAG_ID)
        .extracting(RegisterRowProblem::reason)
        .containsExactly("The tag has 51 characters and may have 50: shorten it.");
    assertThat(problems)
        .filteredOn(problem -> problem.field() == RegisterField.APPLICATION)
        .singleElement()
        .satisfies(problem -> assertThat(problem.value()).hasSize(500));
    assertThat(problems)
        .filteredOn(problem -> problem.field() == RegisterField.ACTIVE)
        .extracting(RegisterRowProblem::code)
        .containsExactly(RegisterProblemCode.NOT_A_BOOLEAN);
  }

  @Test
  void lengthCountsCharactersAndNotTheirHalves() {
    assertThat(record("A", "1", "x", "😀".repeat(50), "Pump", "", "").tagId()).hasSize(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P\u0000", "P\u0007-1", "P\n1", "P\t1", "P\u009F1", "P\u007F1"})
  void codeWithAControlCharacterIsRefused(String tag) {
    assertThat(problems("A1", "10", "x", tag, "Pump", "", ""))
        .extracting(RegisterRowProblem::code)
        .containsExactly(RegisterProblemCode.CONTROL_CHARACTER);
  }

  @Test
  void textMayHaveLinesAndTabsButNothingElseInvisible() {
    assertThat(record("A", "1", "x", "P-1", "a\r\nb\tc", "", "").application())
        .isEqualTo("a\r\nb\tc");
    assertThat(problems("A", "1", "x", "P-1", "a\u0000b", "", ""))
        .extracting(RegisterRowProblem::reason)
        .containsExactly(
            "The application holds the control character U+0000 at position 2: delete it.");
  }

  @Test
  void lostCharacterIsNotLetThrough() {
    assertThat(problems("A", "1", "x", "P-1", "V\uFFFDlvula", "", ""))
        .extracting(RegisterRowProblem::code)
        .containsExactly(RegisterProblemCode.UNREADABLE_CHARACTER);
  }

  @Test
  void defectOfAMappedCellIsAProblemAndOneOfAnotherCellIsNot() {
    RegisterRow.Defect error =
        new RegisterRow.Defect(4, RegisterProblemCode.ERROR_CELL, "#N/A", "Cell E7 shows it.");
    RegisterRow.Defect elsewhere =
        new RegisterRow.Defect(7, RegisterProblemCode.ERROR_CELL, "#N/A", "Cell H7 shows it.");
    List<String> cells = List.of("A", "1", "x", "P-1", "#N/A", "", "");
    assertThat(mapper(RegisterOptions.DETECT).map(new RegisterRow(7, cells, List.of(error))))
        .isEqualTo(
            new RegisterRowOutcome.Refused(
                7,
                List.of(
                    new RegisterRowProblem(
                        7,
                        "Text",
                        RegisterField.APPLICATION,
                        RegisterProblemCode.ERROR_CELL,
                        "#N/A",
                        "Cell E7 shows it."))));
    assertThat(mapper(RegisterOptions.DETECT).map(new RegisterRow(7, cells, List.of(elsewhere))))
        .isInstanceOf(RegisterRowOutcome.Accepted.class);
  }

  @Test
  void defectThatSpoilsTheRowIsItsOnlyProblem() {
    RegisterRow.Defect tooMany =
        new RegisterRow.Defect(7, RegisterProblemCode.TOO_MANY_CELLS, "x", "The row has 8 cells.");
    RegisterRow row = new RegisterRow(7, List.of("", "", "", "", "", "", ""), List.of(tooMany));
    assertThat(mapper(RegisterOptions.DETECT).map(row))
        .isEqualTo(
            new RegisterRowOutcome.Refused(
                7,
                List.of(
                    new RegisterRowProblem(
                        7,
                        null,
                        null,
                        RegisterProblemCode.TOO_MANY_CELLS,
                        "x",
                        "The row has 8 cells."))));
  }

  private static RegisterRecord record(String... cells) {
    return ((RegisterRowOutcome.Accepted) map(cells)).record();
  }

  private static List<RegisterRowProblem> problems(String... cells) {
    return ((RegisterRowOutcome.Refused) map(cells)).problems();
  }

  private static RegisterRowOutcome map(String... cells) {
    return mapper(RegisterOptions.DETECT).map(new RegisterRow(7, new ArrayList<>(List.of(cells))));
  }

  private static RegisterRowMapper mapper(RegisterOptions options) {
    Map<RegisterField, String> columns =
        Stream.of(
                Map.entry(RegisterField.AREA_CODE, "area"),
                Map.entry(RegisterField.SYSTEM_CODE, "SYSTEM "),
                Map.entry(RegisterField.SUBSYSTEM_CODE, "Sub"),
                Map.entry(RegisterField.TAG_ID, "Tag"),
                Map.entry(RegisterField.APPLICATION, "Text"),
                Map.entry(RegisterField.DISCIPLINE_CODE, "Disc"),
                Map.entry(RegisterField.ACTIVE, "On"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    RegisterMapping mapping =
        new RegisterMapping(columns, Map.of(RegisterField.SUBSYSTEM_CODE, "GENERAL"));
    RegisterLayout layout =
        new RegisterLayout(RegisterFormat.CSV, null, ',', List.of(), null, 1, HEADERS);
    return new RegisterRowMapper(mapping, layout, options);
  }
}
