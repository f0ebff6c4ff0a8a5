package io.protoworks.dossier;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Text as it is printed. What a font lacks is replaced by something that is seen, never left out.
 */
final class PaperText {
  /** Stands for a character that cannot be printed. */
  static final String BOX = "\u25A1";

  /** What is not known, or not there. */
  static final String NONE = "–";

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'");

  /** Signs that people on plants write, and what is nearest to them. */
  private static final Map<Integer, String> NEAREST =
      Map.of(
          0x2300, "Ø", // diameter
          0x2205, "Ø",
          0x2713, "√", // check marks
          0x2714, "√",
          0x2611, "√",
          0x2717, "×", // crosses
          0x2718, "×",
          0x2612, "×");

  private PaperText() {}

  static String printable(String text, IntPredicate isKnown) {
    StringBuilder printable = new StringBuilder(text.length());
    Normalizer.normalize(text.replace("\r\n", "\n"), Normalizer.Form.NFC)
        .codePoints()
        .forEach(character -> printable.append(printable(character, isKnown)));
    return printable.toString();
  }

  private static String printable(int character, IntPredicate isKnown) {
    return switch (Character.getType(character)) {
      // Marks that only steer how others are shown: nobody is to turn a line around.
      case Character.FORMAT -> "";
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> "\n";
      case Character.SPACE_SEPARATOR -> isKnown.test(character) ? same(character) : " ";
      case Character.CONTROL ->
          switch (character) {
            case '\n', '\r' -> "\n";
            case '\t' -> " ";
            default -> BOX;
          };
      case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> BOX;
      default -> isKnown.test(character) ? same(character) : NEAREST.getOrDefault(character, BOX);
    };
  }

  private static String same(int character) {
    return Character.toString(character);
  }

  static String moment(@Nullable OffsetDateTime moment) {
    return moment == null ? NONE : MOMENT.format(moment.withOffsetSameInstant(ZoneOffset.UTC));
  }

  static String day(@Nullable LocalDate day) {
    return day == null ? NONE : day.toString();
  }

  static String orNone(@Nullable String text) {
    return text == null || text.isBlank() ? NONE : text;
  }
}
