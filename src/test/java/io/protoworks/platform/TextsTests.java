package io.protoworks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text is what a person sees of it. */
class TextsTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u00a0",
        "\u2003",
        "\u2028",
        "\u2029",
        "\u200b",
        "\ufeff",
        "\u200d \t\n",
        "\ud83d"
      })
  void whatShowsNothingIsNotVisible(String text) {
    assertThat(Texts.isVisible(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", " \u200ba", "-", "\u00e7", "\ud83d\udd27"})
  void whatShowsSomethingIs(String text) {
    assertThat(Texts.isVisible(text)).isTrue();
    assertThat(Texts.isWhole(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"half \ud83d", "\udd27 half"})
  void halfACharacterIsNotWhole(String text) {
    assertThat(Texts.isWhole(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "' \u200b\u00a0', 0",
    "' a\u200bb ', 2",
    "'a \u00a0 b', 5",
    "'a\u200b\u200b\u200b', 1",
    "'\ud83d\udd27\ud83d\udd27', 2"
  })
  void aTextIsAsLongAsWhatItShows(String text, int length) {
    assertThat(Texts.shownLength(text)).isEqualTo(length);
  }
}
