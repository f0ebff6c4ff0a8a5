package io.protoworks.platform;

/** Why something is done, where it needs a reason: what a person can read, and not too little. */
public final class Reasons {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 2_000;

  private Reasons() {}

  /** The reason that the input gives; refused when it is none. */
  public static String require(String reason) {
    if (Texts.shownLength(reason) < SHORTEST || Texts.length(reason) > LONGEST) {
      throw Refused.invalid(
          "reason", "Give a reason of %d to %d characters.".formatted(SHORTEST, LONGEST));
    }
    if (!Texts.isWhole(reason)) {
      throw Refused.invalid("reason", "A character is only half there; write it again.");
    }
    return reason;
  }
}
