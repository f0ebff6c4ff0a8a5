package io.protoworks.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A workbook's numbers are read as their format shows them. */
class RegisterNumberFormatTests {

  @ParameterizedTest
  @CsvSource({
    "96116, 96116",
    "96116.0, 96116",
    "9.6116E4, 96116",
    "1000000000681024, 1000000000681024",
    "1.000000000681024E15, 1000000000681024",
    "0.30000000000000004, 0.3",
    "-12.50, -12.5",
    "0.0, 0",
    "1E-3, 0.001",
    "1E300, 1E300",
    "1E999, 1E999",
    "NaN, NaN",
    "0x1p3, 0x1p3",
    "1d, 1d",
    "'', ''",
  })
  void plainNumbers(String raw, String expected) {
    assertThat(RegisterNumberFormat.GENERAL.text(raw, false)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "General, 39990.65, 39990.65",
    "0.00, 39990.65, 39990.65",
    "'#,##0', 39990, 39990",
    "0%, 0.5, 0.5",
    "0.00E+00, 39990, 39990",
    "@, 39990, 39990",
    "000000, 96116, 096116",
    "000, 96116, 96116",
    "0000, -5, -5",
    "'\"day\" 0', 3, 3",
    "'[Red]0;[Blue]-0', 3, 3",
    "'[h]:mm', 1.5, 1.5",
    "dd/mm/yyyy, 39990.65, 2009-06-26",
    "dd/mm/yyyy hh:mm, 39990.65, 2009-06-26T15:36",
    "'[$-409]m/d/yy h:mm AM/PM;@', 39990.65, 2009-06-26T15:36",
    "mmm-yy, 39990, 2009-06-26",
    "mmmm, 39990, 2009-06-26",
    "h:mm:ss, 0.65, 15:36",
    "dd/mm/yyyy, 1, 1900-01-01",
    "dd/mm/yyyy, 59, 1900-02-28",
    "dd/mm/yyyy, 61, 1900-03-01",
    "dd/mm/yyyy, -1, -1",
    "dd/mm/yyyy, 2958466, 2958466",
    "dd/mm/yyyy hh:mm:ss, 39990.9999999, 2009-06-27T00:00",
  })
  void formats(String code, String raw, String expected) {
    assertThat(RegisterNumberFormat.ofCode(code).text(raw, false)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 39990", "14, 2009-06-26", "21, 00:00", "22, 2009-06-26T00:00", "49, 39990"})
  void formatsThatEveryWorkbookHas(int id, String expected) {
    assertThat(RegisterNumberFormat.builtIn(id).text("39990", false)).isEqualTo(expected);
  }
}
