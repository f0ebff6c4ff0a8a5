package io.protoworks.register;

import java.util.List;

/**
 * A register file, or what was asked of it, is refused as a whole. The message is a sentence for
 * the person who sent it and says what to do.
 */
public final class RegisterRefusedException extends RuntimeException {

  private final RegisterRefusal refusal;
  private final List<String> nearMatches;

  public RegisterRefusedException(RegisterRefusal refusal, String message) {
    this(refusal, message, List.of());
  }

  RegisterRefusedException(RegisterRefusal refusal, String message, List<String> nearMatches) {
    super(message);
    this.refusal = refusal;
    this.nearMatches = List.copyOf(nearMatches);
  }

  public RegisterRefusal refusal() {
    return refusal;
  }

  /** Names that exist and are close to the one that does not, best first. */
  public List<String> nearMatches() {
    return nearMatches;
  }
}
