package io.protoworks.platform;

/** Small helpers for text that people read. */
public final class Texts {
  private Texts() {}

  /** The text, or its first characters and an ellipsis when it is longer than {@code length}. */
  public static String abbreviate(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  /**
   * The pattern of {@code like} for what contains this text; its wildcards stand for themselves.
   */
  public static String containing(String text) {
    return "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  /** How many characters a person counts, which is what the database limits. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * Whether a text can serve as a code, tag or key that people type: not empty, no control
   * character, no blank at either end. The same as {@code platform.is_clean_line} in the database.
   */
  public static boolean isCleanLine(String text) {
    return !text.isEmpty()
        && text.chars().noneMatch(Character::isISOControl)
        && !isBlank(text.charAt(0))
        && !isBlank(text.charAt(text.length() - 1));
  }

  /**
   * Whether a text shows something: a zero-width space or a byte order mark alone is as empty as
   * nothing at all.
   */
  public static boolean isVisible(String text) {
    return text.codePoints().anyMatch(Texts::isVisible);
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /**
   * How many characters a text shows, the blanks between them included: what shows nothing makes no
   * text longer.
   */
  public static int shownLength(String text) {
    int shown = 0;
    int blanks = 0;
    for (int character : text.codePoints().toArray()) {
      if (isVisible(character)) {
        shown += blanks + 1;
        blanks = 0;
      } else if (shown > 0 && (Character.isSpaceChar(character) || character == '\n')) {
        blanks++;
      }
    }
    return shown;
  }

  /** Whether each character is whole: half of a pair can be neither stored nor signed. */
  public static boolean isWhole(String text) {
    return text.codePoints()
        .noneMatch(character -> Character.getType(character) == Character.SURROGATE);
  }

  private static boolean isBlank(char character) {
    return character == ' ' || character == '\u00a0';
  }
}
