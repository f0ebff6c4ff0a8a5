package io.protoworks.register;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a workbook shows a number, as far as it changes what the number is: a date, a time, or a code
 * with leading zeros.
 *
 * @param digits to how many digits a code is filled up with zeros
 */
record RegisterNumberFormat(Kind kind, int digits) {

  enum Kind {
    NUMBER,
    DATE,
    TIME,
    DATE_AND_TIME
  }

  static final RegisterNumberFormat GENERAL = new RegisterNumberFormat(Kind.NUMBER, 0);

  private static final RegisterNumberFormat DATE = new RegisterNumberFormat(Kind.DATE, 0);
  private static final RegisterNumberFormat TIME = new RegisterNumberFormat(Kind.TIME, 0);
  private static final RegisterNumberFormat DATE_AND_TIME =
      new RegisterNumberFormat(Kind.DATE_AND_TIME, 0);

  private static final int MAX_CODE_LENGTH = 255;
  private static final Pattern LITERALS =
      Pattern.compile("\"[^\"]*\"|\\\\.|[_*].|\\[[^\\]]*\\]|General", Pattern.CASE_INSENSITIVE);
  private static final Pattern ELAPSED =
      Pattern.compile("\\[(?:h+|m+|s+)\\]", Pattern.CASE_INSENSITIVE);
  private static final Pattern ZEROS = Pattern.compile("0{2,30}");
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,17}");

  /** Excel computes with this many digits; what a file holds beyond them is rounding noise. */
  private static final MathContext EXCEL_PRECISION = new MathContext(15, RoundingMode.HALF_UP);

  /** Numbers as workbooks hold them; longer ones are no measure of anything. */
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40})(?:[eE][-+]?\\d{1,3})?");

  private static final double PLAIN_MAX = 1e21;
  private static final double PLAIN_MIN = 1e-9;
  private static final double DAYS_END = 2_958_466;
  private static final long SECONDS_PER_DAY = 86_400;
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

  /** Excel counts a 29 February 1900 that never was; dates before it are a day off. */
  private static final int PHANTOM_DAY = 60;

  /** A format that every workbook has, by its number. */
  static RegisterNumberFormat builtIn(int id) {
    return switch (id) {
      case 14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> DATE;
      case 18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56 -> TIME;
      case 22 -> DATE_AND_TIME;
      default -> GENERAL;
    };
  }

  /** A format of the workbook's own, by its code. */
  static RegisterNumberFormat ofCode(String code) {
    if (code.length() > MAX_CODE_LENGTH) {
      return GENERAL;
    }
    if (ZEROS.matcher(code).matches()) {
      return new RegisterNumberFormat(Kind.NUMBER, code.length());
    }
    if (ELAPSED.matcher(code).find()) {
      return GENERAL;
    }
    String letters = LITERALS.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
    int firstSection = letters.indexOf(';');
    String shown = firstSection < 0 ? letters : letters.substring(0, firstSection);
    boolean hasTime = shown.indexOf('h') >= 0 || shown.indexOf('s') >= 0;
    boolean hasDay = shown.indexOf('y') >= 0 || shown.indexOf('d') >= 0;
    boolean hasMonth = shown.indexOf('m') >= 0 && !hasTime;
    if (hasDay || hasMonth) {
      return hasTime ? DATE_AND_TIME : DATE;
    }
    return hasTime ? TIME : GENERAL;
  }

  /** The text that a person means by a number of this format; dates and times as ISO. */
  String text(String raw, boolean countsFrom1904) {
    if (!NUMBER.matcher(raw).matches()) {
      return raw;
    }
    double number = Double.parseDouble(raw);
    LocalDateTime date = kind == Kind.NUMBER ? null : dateOf(number, countsFrom1904);
    if (date == null) {
      return fill(plain(raw, number));
    }
    return switch (kind) {
      case DATE -> date.toLocalDate().toString();
      case TIME -> date.toLocalTime().toString();
      default -> date.toString();
    };
  }

  /** The moment that Excel's count of days stands for, or null if it is beyond Excel's dates. */
  static @Nullable LocalDateTime dateOf(double days, boolean countsFrom1904) {
    if (!(days >= 0 && days < DAYS_END)) {
      return null;
    }
    long wholeDays = (long) Math.floor(days);
    long seconds = Math.round((days - wholeDays) * SECONDS_PER_DAY);
    LocalDate zero = countsFrom1904 ? DAY_ZERO_1904 : DAY_ZERO;
    boolean beforePhantom = !countsFrom1904 && wholeDays < PHANTOM_DAY;
    LocalDate day = zero.plusDays(beforePhantom ? wholeDays + 1 : wholeDays);
    return day.atStartOfDay().plusSeconds(seconds);
  }

  private String fill(String number) {
    boolean isCode = digits > number.length() && INTEGER.matcher(number).matches();
    return isCode && !number.startsWith("-")
        ? "0".repeat(digits - number.length()) + number
        : number;
  }

  private static String plain(String raw, double number) {
    if (INTEGER.matcher(raw).matches()) {
      return raw;
    }
    double size = Math.abs(number);
    boolean readable = number == 0 || (size >= PLAIN_MIN && size < PLAIN_MAX);
    if (!readable) {
      return raw;
    }
    BigDecimal exact = new BigDecimal(raw).stripTrailingZeros();
    boolean isInteger = exact.scale() <= 0;
    return (isInteger ? exact : exact.round(EXCEL_PRECISION).stripTrailingZeros()).toPlainString();
  }
}
