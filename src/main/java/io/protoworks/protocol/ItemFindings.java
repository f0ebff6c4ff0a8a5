package io.protoworks.protocol;

import io.protoworks.platform.Decimals;
import io.protoworks.platform.PlatformErrorCode;
import io.protoworks.platform.Texts;
import io.protoworks.protocol.ItemJudge.Problem;
import io.protoworks.template.ItemConfig;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is found wrong with a value while it is judged, and what values of several types have alike.
 */
final class ItemFindings {
  private static final int LONGEST_NOTE = 2_000;

  private final List<Problem> problems = new ArrayList<>();

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  void require(boolean condition, String path, String message) {
    if (!condition) {
      problem(path, message);
    }
  }

  void problem(String path, String message) {
    problems.add(new Problem(path, PlatformErrorCode.INVALID_INPUT, message));
  }

  void unknown(String path, String message) {
    problems.add(new Problem(path, PlatformErrorCode.UNKNOWN_REFERENCE, message));
  }

  void requireText(String path, String text) {
    requireShown(path, text);
    require(
        text.chars()
            .noneMatch(letter -> Character.isISOControl(letter) && "\n\t".indexOf(letter) < 0),
        path,
        "No control characters.");
  }

  void requireShown(String path, String text) {
    require(Texts.isVisible(text), path, "Write something.");
    require(Texts.isWhole(text), path, "A character is only half there; write it again.");
  }

  void requireLength(String text, @Nullable Integer maximum) {
    int most = maximum == null ? ItemConfig.LONGEST_TEXT : maximum;
    require(Texts.length(text) <= most, "text", "At most %d characters.".formatted(most));
  }

  @Nullable String note(@Nullable String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    String note = withPlainLineEnds(given);
    requireText("note", note);
    require(
        Texts.length(note) <= LONGEST_NOTE,
        "note",
        "At most %d characters.".formatted(LONGEST_NOTE));
    return note;
  }

  /** The same lines are the same contents to sign, on whatever system they were typed. */
  static String withPlainLineEnds(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  @Nullable BigDecimal decimal(String path, String digits, @Nullable Integer decimals) {
    if (!Decimals.isDecimal(digits)) {
      problem(path, Decimals.NOT_A_DECIMAL);
      return null;
    }
    BigDecimal number = new BigDecimal(digits);
    require(
        decimals == null || number.scale() <= decimals,
        path,
        "At most %d digits after the point.".formatted(decimals));
    return number;
  }
}
