package io.protoworks.completion;

import io.protoworks.completion.GateBlocker.NothingToCheck;
import io.protoworks.completion.GateBlocker.OpenPendencies;
import io.protoworks.completion.GateBlocker.UncoveredEquipments;
import io.protoworks.completion.GateBlocker.UnfinishedProtocols;
import io.protoworks.platform.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a gate depends on, counted: the active equipments of its subsystem, the protocols of the
 * stage that it stands after, and the open pendencies that keep it closed.
 */
record GateState(
    UUID gateId,
    UUID subsystemId,
    GateType type,
    int equipments,
    int covered,
    int created,
    int awaitingGate,
    int released,
    int inProgress,
    int submitted,
    int approved,
    int validated,
    int rejected,
    int openPa,
    int openPb,
    int openPc)
    implements Row {

  /** What keeps the gate closed; nothing where it must be open. */
  List<GateBlocker> blockers() {
    List<GateBlocker> blockers = new ArrayList<>();
    if (equipments == 0) {
      blockers.add(new NothingToCheck(gateId, subsystemId, type.stage()));
    }
    if (covered < equipments) {
      blockers.add(
          new UncoveredEquipments(gateId, subsystemId, type.stage(), equipments - covered));
    }
    if (unfinished() > 0) {
      blockers.add(
          new UnfinishedProtocols(
              gateId,
              subsystemId,
              type.stage(),
              unfinished(),
              created,
              awaitingGate,
              released,
              inProgress,
              submitted,
              approved,
              validated,
              rejected));
    }
    if (openPa + openPb + openPc > 0) {
      blockers.add(new OpenPendencies(gateId, subsystemId, type.stage(), openPa, openPb, openPc));
    }
    return blockers;
  }

  private int unfinished() {
    return created
        + awaitingGate
        + released
        + inProgress
        + submitted
        + approved
        + validated
        + rejected;
  }
}
