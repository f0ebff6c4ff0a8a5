package io.protoworks.register;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text of a cell as the value that a person meant. */
public final class RegisterValues {

  private static final Set<String> TRUE_WORDS =
      Set.of("1", "y", "yes", "s", "sim", "true", "verdadeiro", "active", "ativo", "ativa");
  private static final Set<String> FALSE_WORDS =
      Set.of("0", "n", "no", "nao", "false", "falso", "inactive", "inativo", "inativa");

  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4}|\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{1,2})"
              + "(?:[T ]\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s*([AaPp][Mm])?)?");

  /** Days since 1900; fewer than five digits are rather a year. */
  private static final Pattern EXCEL_SERIAL = Pattern.compile("\\d{5,7}(?:\\.\\d{1,17})?");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\uFEFF\\u200B]+");
  private static final int CENTURY_PIVOT = 70;

  private RegisterValues() {}

  /** Without blanks at its ends; a no-break space, which registers are full of, is a blank too. */
  static String trim(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && isBlank(value.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  static boolean isBlank(String value) {
    for (int index = 0; index < value.length(); index++) {
      if (!isBlank(value.charAt(index))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\uFEFF'
        || character == '\u200B';
  }

  /** The form in which names are compared: no outer blanks, single inner ones, lower case. */
  static String normalise(String name) {
    return BLANKS.matcher(trim(name)).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  /** Lower case and without accents, so that "Não" is "nao". */
  public static String fold(String word) {
    return MARKS
        .matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  /** The first characters, never half of one. */
  static String truncate(String value, int maxLength) {
    if (value.length() <= maxLength) {
      return value;
    }
    int end = Character.isHighSurrogate(value.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
    return value.substring(0, end);
  }

  /**
   * The value of a cell, or null if it is blank or one of the markers for blank. A value that an
   * export has guarded is taken as it is, blanks and all.
   */
  static @Nullable String text(String cell, Set<String> blankMarkers) {
    String unguarded = RegisterGuard.unguard(cell);
    if (unguarded.length() < cell.length()) {
      return unguarded;
    }
    String trimmed = trim(cell);
    boolean blank = trimmed.isEmpty() || blankMarkers.contains(trimmed.toLowerCase(Locale.ROOT));
    return blank ? null : trimmed;
  }

  /** Yes or no as registers write it in English and Portuguese, or null if it is neither. */
  public static @Nullable Boolean yesOrNo(String value) {
    String word = fold(trim(value));
    if (TRUE_WORDS.contains(word)) {
      return true;
    }
    return FALSE_WORDS.contains(word) ? false : null;
  }

  /** A date, with time or without, as ISO, in the given order, or as Excel's count of days. */
  public static @Nullable LocalDateTime date(String value, RegisterDateOrder order) {
    String trimmed = trim(value);
    if (EXCEL_SERIAL.matcher(trimmed).matches()) {
      return RegisterNumberFormat.dateOf(Double.parseDouble(trimmed), false);
    }
    Matcher matcher = DATE.matcher(trimmed);
    if (!matcher.matches()) {
      return null;
    }
    try {
      return LocalDateTime.of(day(matcher, order), time(matcher));
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  private static LocalDate day(Matcher matcher, RegisterDateOrder order) {
    int first = Integer.parseInt(matcher.group(1));
    int second = Integer.parseInt(matcher.group(3));
    int third = Integer.parseInt(matcher.group(4));
    if (matcher.group(1).length() == 4) {
      return LocalDate.of(first, second, third);
    }
    int year = third;
    if (matcher.group(4).length() <= 2) {
      year += third < CENTURY_PIVOT ? 2000 : 1900;
    }
    return switch (order) {
      case DAY_FIRST -> LocalDate.of(year, second, first);
      case MONTH_FIRST -> LocalDate.of(year, first, second);
    };
  }

  private static LocalTime time(Matcher matcher) {
    if (matcher.group(5) == null) {
      return LocalTime.MIDNIGHT;
    }
    int hour = Integer.parseInt(matcher.group(5));
    int second = matcher.group(7) == null ? 0 : Integer.parseInt(matcher.group(7));
    String half = matcher.group(8);
    if (half != null) {
      hour = hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
    }
    return LocalTime.of(hour, Integer.parseInt(matcher.group(6)), second);
  }
}
