package io.protoworks.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells are read as the person meant them who wrote them. */
class RegisterValuesTests {

  @ParameterizedTest
  @ValueSource(strings = {"1", "Y", "yes", "TRUE", "Sim", "s", "active", "Ativo", "verdadeiro "})
  void yes(String value) {
    assertThat(RegisterValues.yesOrNo(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "n", "No", "false", "NÃO", "nao", "Inactive", "inativa", "FALSO"})
  void no(String value) {
    assertThat(RegisterValues.yesOrNo(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "x", "maybe", "yes no"})
  void neither(String value) {
    assertThat(RegisterValues.yesOrNo(value)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "26/06/2009 15:36, 2009-06-26T15:36",
    "03/04/2009, 2009-04-03T00:00",
    "3.4.09, 2009-04-03T00:00",
    "03-04-1999 07:05:09, 1999-04-03T07:05:09",
    "2009-06-26, 2009-06-26T00:00",
    "2009-06-26T15:36:01.5, 2009-06-26T15:36:01",
    "39990.65, 2009-06-26T15:36",
    "' 26/06/2009 03:36 PM', 2009-06-26T15:36",
  })
  void dates(String value, LocalDateTime expected) {
    assertThat(RegisterValues.date(value, RegisterDateOrder.DAY_FIRST)).isEqualTo(expected);
  }

  @Test
  void monthFirstOnlyWhenTheCallerSaysSo() {
    assertThat(RegisterValues.date("03/04/2009", RegisterDateOrder.MONTH_FIRST))
        .isEqualTo("2009-03-04T00:00");
    assertThat(RegisterValues.date("06/26/2009", RegisterDateOrder.DAY_FIRST)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "31/02/2009",
        "26/06.2009",
        "26/06/209",
        "2009",
        "26/06/2009 25:00",
        "9999999"
      })
  void noDates(String value) {
    assertThat(RegisterValues.date(value, RegisterDateOrder.DAY_FIRST)).isNull();
  }

  @Test
  void truncatingNeverCutsACharacterInHalf() {
    assertThat(RegisterValues.truncate("a😀b", 2)).isEqualTo("a");
    assertThat(RegisterValues.truncate("a😀b", 3)).isEqualTo("a😀");
    assertThat(RegisterValues.truncate("ab", 3)).isEqualTo("ab");
  }
}
