package io.protoworks.template;

import com.google.re2j.Pattern;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * The regular expressions of configs, in the syntax of RE2: they match in linear time, whoever
 * wrote them. What takes memory is counted repetition, which is written out when compiled, so that
 * patterns which repeat very much are not compiled at all.
 */
final class ItemPatterns {
  /** The largest program that is kept; a text is matched in steps of its length times this. */
  static final int LARGEST_PROGRAM = 2_000;

  private static final long MOST_REPETITIONS = 10_000;
  private static final java.util.regex.Pattern COUNT =
      java.util.regex.Pattern.compile("\\{([0-9]+)(?:,([0-9]*))?}");

  private ItemPatterns() {}

  static Pattern compile(String pattern) {
    return Pattern.compile(pattern);
  }

  /** Whether repetitions stay small even if all of them stood in one another. */
  static boolean isModest(String pattern) {
    long repetitions = 1;
    for (MatchResult count : COUNT.matcher(pattern).results().toList()) {
      repetitions *= Math.max(number(count.group(1)), number(count.group(2)));
      if (repetitions > MOST_REPETITIONS) {
        return false;
      }
    }
    return true;
  }

  private static long number(@Nullable String digits) {
    if (digits == null || digits.isEmpty()) {
      return 1;
    }
    return digits.length() > 4 ? MOST_REPETITIONS + 1 : Math.max(1, Long.parseLong(digits));
  }
}
