package io.protoworks.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperTextTests {
  private final PaperFonts fonts = new PaperFonts();

  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "ção ŁÓDŹ şığ, ção ŁÓDŹ şığ",
    "Насос Ωμέγα, Насос Ωμέγα",
    "≤ ≥ ± ° µ Ω № € “”, ≤ ≥ ± ° µ Ω № € “”",
    "cafe\u0301, café",
    "⌀20 ✓ ✗, Ø20 √ ×",
    "泵, □",
    "😀, □",
    "\uD83D, □",
    "a\u0007b, a□b",
    "a\u202Eb\u200Bc\uFEFFd, abcd",
    "a\u2028b, 'a\nb'",
    "a\u3000b\tc, a b c",
    "\uE000, □"
  })
  void replacesVisiblyWhatCannotBePrinted(String written, String printed) {
    assertThat(fonts.printable(written)).isEqualTo(printed);
  }

  @Test
  void keepsLines() {
    assertThat(fonts.printable("a\r\nb\rc\nd")).isEqualTo("a\nb\nc\nd");
  }
}
