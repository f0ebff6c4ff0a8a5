package io.protoworks.completion;

import io.protoworks.template.ProtocolType;
import java.util.UUID;

/**
 * What keeps a gate closed. Each names its gate, by which modules above find the protocols and
 * pendencies that are meant.
 */
public sealed interface GateBlocker {
  UUID gateId();

  UUID subsystemId();

  ProtocolType stage();

  /** What has to be done, for a person. */
  String message();

  /** The subsystem has no active equipment: nothing to check means closed. */
  record NothingToCheck(UUID gateId, UUID subsystemId, ProtocolType stage) implements GateBlocker {
    @Override
    public String message() {
      return "There is no active equipment in the subsystem, so there is nothing to accept.";
    }
  }

  /** Active equipments that neither a protocol nor a waiver covers at the stage. */
  record UncoveredEquipments(UUID gateId, UUID subsystemId, ProtocolType stage, int count)
      implements GateBlocker {
    @Override
    public String message() {
      return "Equipments with neither a protocol of %s nor a waiver: %d. Create one for each."
          .formatted(stage, count);
    }
  }

  /** Protocols of the stage that are neither FINALIZED nor CANCELLED, by their status. */
  record UnfinishedProtocols(
      UUID gateId,
      UUID subsystemId,
      ProtocolType stage,
      int count,
      int created,
      int awaitingGate,
      int released,
      int inProgress,
      int submitted,
      int approved,
      int validated,
      int rejected)
      implements GateBlocker {
    @Override
    public String message() {
      return "Protocols of %s that are not finalized: %d. Finalize or cancel them."
          .formatted(stage, count);
    }
  }

  /**
   * Open pendencies that keep the gate closed: PA raised at the stage or before it; for definitive
   * acceptance those of every type and stage.
   */
  record OpenPendencies(
      UUID gateId, UUID subsystemId, ProtocolType stage, int countPa, int countPb, int countPc)
      implements GateBlocker {
    @Override
    public String message() {
      return "Open pendencies in the way: %d. Clear and verify them."
          .formatted(countPa + countPb + countPc);
    }
  }
}
