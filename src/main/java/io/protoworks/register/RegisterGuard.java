package io.protoworks.register;

import java.util.Locale;

/**
 * Keeps exported values harmless and unchanged. A spreadsheet program runs a CSV cell that begins
 * with = + - @ (or their full-width forms), tab or CR as a formula, and an import trims blanks and
 * takes "-" or "n/a" for no value. The writer therefore puts one apostrophe before such a value,
 * and the reader takes it away again.
 *
 * <p>The scheme loses nothing, also where a value begins with an apostrophe of its own. A value is
 * <em>delicate</em> if what follows its leading apostrophes (there may be none) begins like a
 * formula, has a blank at an end, or is a marker for blank. The writer guards every delicate value;
 * the reader takes one apostrophe away if the rest is delicate. Leading apostrophes do not change
 * whether a value is delicate, so a guarded value is always unguarded, and a value that was not
 * guarded (<code>'abc</code>) never is: <code>=x</code> is written <code>'=x</code>, <code>'=x
 * </code> is written <code>''=x</code>.
 *
 * <p>In a workbook a text cell is no formula, so only what an import would change is guarded there.
 * The reader's rule is the same for both formats and needs to know nothing about the file's origin.
 */
final class RegisterGuard {

  private static final char GUARD = '\'';
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private RegisterGuard() {}

  static String forCsv(String value) {
    return isDelicate(value) ? GUARD + value : value;
  }

  static String forWorkbook(String value) {
    boolean looksGuarded = !value.isEmpty() && value.charAt(0) == GUARD && isDelicate(value);
    return looksGuarded || isChangedByImport(core(value)) ? GUARD + value : value;
  }

  static String unguard(String cell) {
    boolean guarded = cell.length() > 1 && cell.charAt(0) == GUARD && isDelicate(cell.substring(1));
    return guarded ? cell.substring(1) : cell;
  }

  private static boolean isDelicate(String value) {
    String core = core(value);
    return !core.isEmpty()
        && (FORMULA_STARTS.indexOf(core.charAt(0)) >= 0 || isChangedByImport(core));
  }

  private static boolean isChangedByImport(String core) {
    if (core.isEmpty()) {
      return false;
    }
    return RegisterValues.trim(core).length() < core.length()
        || RegisterOptions.DEFAULT_BLANK_MARKERS.contains(core.toLowerCase(Locale.ROOT));
  }

  private static String core(String value) {
    int start = 0;
    while (start < value.length() && value.charAt(start) == GUARD) {
      start++;
    }
    return value.substring(start);
  }
}
