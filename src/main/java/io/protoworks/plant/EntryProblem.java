package io.protoworks.plant;

/**
 * Why an entry of a register cannot be written.
 *
 * @param field the entry's component
 * @param message what is wrong, for a person
 */
public record EntryProblem(String field, String message) {
  static final String NOT_A_CLEAN_LINE =
      "must not be empty, hold control characters, or begin or end with a blank";
  static final String NOT_A_TEXT = "must not be blank";

  static boolean isText(String text) {
    return !text.isBlank() && text.indexOf('\0') < 0;
  }
}
