package io.protoworks.platform;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decimal numbers as people measure and write them: digits that mean something, never a double. */
public final class Decimals {
  /** The most digits after the point; before it, too. */
  public static final int MOST_DIGITS = 15;

  /** What to tell of a text that is none. */
  public static final String NOT_A_DECIMAL =
      "This must be a decimal number of at most 15 digits before and after the point, as -12.50.";

  private static final Pattern FORM =
      Pattern.compile("-?(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,15})?");

  private Decimals() {}

  /** Whether a text is a plain decimal: no exponent, no comma, no sign but a minus, no blanks. */
  public static boolean isDecimal(String text) {
    return FORM.matcher(text).matches();
  }

  /** The number that a plain decimal stands for. */
  public static @Nullable BigDecimal ofNullable(@Nullable String digits) {
    return digits == null ? null : new BigDecimal(digits);
  }

  /** The plain decimal that a number is; null where it has too many digits to be one. */
  static @Nullable String digits(BigDecimal number) {
    // Asked first, since the digits of 1e999999999 would fill the memory.
    if (number.precision() > 2 * MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
      return null;
    }
    String digits = number.toPlainString();
    return isDecimal(digits) ? digits : null;
  }
}
