package io.protoworks.dossier;

import io.protoworks.completion.GateType;

/** What a gate means to whoever signs for it. */
final class GateTitles {
  private GateTitles() {}

  static String of(GateType type) {
    return switch (type) {
      case G12 -> "Gate G12 · mechanical completion accepted, C2 may begin";
      case G23 -> "Gate G23 · pre-commissioning accepted, C3 may begin";
      case G34 -> "Gate G34 · commissioning without load accepted, C4 may begin";
      case G4H -> "Provisional acceptance (gate G4H)";
      case GDEF -> "Definitive acceptance (gate GDEF)";
    };
  }

  /** As the name of a file has it. */
  static String file(GateType type) {
    return switch (type) {
      case G12, G23, G34 -> type.name();
      case G4H -> "G4H-provisional-acceptance";
      case GDEF -> "GDEF-definitive-acceptance";
    };
  }
}
