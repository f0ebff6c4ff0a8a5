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
}
