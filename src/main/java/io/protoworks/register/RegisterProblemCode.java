package io.protoworks.register;

/** What is wrong with a row of a register. */
public enum RegisterProblemCode {
  /** A field that every row needs has no value. */
  REQUIRED_BLANK,
  /** A value has more characters than its field may have. */
  TOO_LONG,
  /** A value holds characters that cannot be seen and do not belong there. */
  CONTROL_CHARACTER,
  /** A value holds characters that got lost when the file was written or read. */
  UNREADABLE_CHARACTER,
  /** A value that should say yes or no says neither. */
  NOT_A_BOOLEAN,
  /** A cell of a workbook holds an error such as #REF!. */
  ERROR_CELL,
  /** A cell of a workbook holds a formula whose value was never stored. */
  UNCALCULATED_FORMULA,
  /** A row has more values than the header has columns. */
  TOO_MANY_CELLS,
  /** A quoted cell is followed by more text, or never closed. */
  MALFORMED_QUOTES,
  /** Another row of the same file has the same tag. */
  DUPLICATE_TAG,
  /** Another row of the same file gives the area, system or subsystem another name. */
  CONFLICTING_NAME,
  /** The discipline is not known. */
  UNKNOWN_DISCIPLINE,
  /** The discipline was taken out of use, and the tag does not have it already. */
  INACTIVE_DISCIPLINE,
  /** What the tag shall be put into was taken out of use. */
  INACTIVE_PARENT,
  /** The tag has protocols or waivers, so it stays in its subsystem. */
  BOUND_TO_SUBSYSTEM,
  /** The tag has protocols that are not done, so it stays in use. */
  BOUND_TO_USE,
  /** A value that the plant does not take, such as a code with a blank at an end. */
  INVALID_VALUE
}
