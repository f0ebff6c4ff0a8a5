package io.protoworks.platform;

import java.util.regex.Pattern;

/** Decimal numbers as people measure and write them: digits that mean something, never a double. */
public final class Decimals {
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
}
