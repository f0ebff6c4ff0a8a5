package io.protoworks.completion;

import io.protoworks.template.ProtocolType;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gates of a subsystem. G12, G23 and G34 stand between two stages; G4H is provisional, GDEF
 * definitive acceptance.
 */
public enum GateType {
  G12(ProtocolType.C1, ProtocolType.C2),
  G23(ProtocolType.C2, ProtocolType.C3),
  G34(ProtocolType.C3, ProtocolType.C4),
  G4H(ProtocolType.C4, null),
  GDEF(ProtocolType.C4, null);

  private final ProtocolType stage;
  private final @Nullable ProtocolType opens;

  GateType(ProtocolType stage, @Nullable ProtocolType opens) {
    this.stage = stage;
    this.opens = opens;
  }

  /** The stage that it stands after: what has to be done for it to open. */
  public ProtocolType stage() {
    return stage;
  }

  /** The stage that it opens; null for an acceptance. */
  public @Nullable ProtocolType opens() {
    return opens;
  }

  /** The gate that guards a stage; none guards C1. */
  public static Optional<GateType> guarding(ProtocolType stage) {
    return Arrays.stream(values()).filter(gate -> gate.opens == stage).findFirst();
  }
}
