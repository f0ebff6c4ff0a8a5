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

  private static boolean isBlank(char character) {
    return character == ' ' || character == '\u00a0';
  }
}
