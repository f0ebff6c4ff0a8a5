package io.protoworks.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Guarding a value makes it harmless and never loses anything. */
class RegisterGuardTests {

  private static final List<String> PIECES =
      List.of("'", "=", "+", "-", "@", "\t", "\r", "\n", " ", "\u00A0", "x", "n/a", "1", "＝", "\"");

  @Test
  void everyValueComesBackFromBothFormats() {
    for (String value : valuesOfUpToFourPieces()) {
      assertThat(RegisterGuard.unguard(RegisterGuard.forCsv(value))).isEqualTo(value);
      assertThat(RegisterGuard.unguard(RegisterGuard.forWorkbook(value))).isEqualTo(value);
    }
  }

  @Test
  void everyValueSurvivesTheBlanksAndMarkersOfAnImport() {
    for (String value : valuesOfUpToFourPieces()) {
      String expected = value.isEmpty() ? null : value;
      assertThat(imported(RegisterGuard.forCsv(value))).isEqualTo(expected);
      assertThat(imported(RegisterGuard.forWorkbook(value))).isEqualTo(expected);
    }
  }

  @Test
  void nothingThatBeginsAFormulaIsLeftInCsv() {
    for (String value : valuesOfUpToFourPieces()) {
      String guarded = RegisterGuard.forCsv(value);
      if (!guarded.isEmpty()) {
        assertThat("=+-@\t\r\n＝＋－＠".indexOf(guarded.charAt(0))).isNegative();
      }
    }
  }

  @Test
  void whatNeedsNoGuardHasNone() {
    assertThat(RegisterGuard.forCsv("'abc")).isEqualTo("'abc");
    assertThat(RegisterGuard.forCsv("P-101")).isEqualTo("P-101");
    assertThat(RegisterGuard.forWorkbook("=cmd")).isEqualTo("=cmd");
    assertThat(RegisterGuard.forWorkbook("-")).isEqualTo("'-");
  }

  private static @Nullable String imported(String cell) {
    return RegisterValues.text(cell, RegisterOptions.DEFAULT_BLANK_MARKERS);
  }

  private static List<String> valuesOfUpToFourPieces() {
    List<String> values = new ArrayList<>(List.of(""));
    int start = 0;
    for (int length = 1; length <= 4; length++) {
      int end = values.size();
      for (int index = start; index < end; index++) {
        for (String piece : PIECES) {
          values.add(values.get(index) + piece);
        }
      }
      start = end;
    }
    return values;
  }
}
