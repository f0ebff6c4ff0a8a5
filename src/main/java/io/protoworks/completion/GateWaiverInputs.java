package io.protoworks.completion;

import io.protoworks.plant.Equipment;
import io.protoworks.platform.Id;
import io.protoworks.template.ProtocolType;
import java.util.List;

/** What the mutations of waivers take. */
final class GateWaiverInputs {
  private GateWaiverInputs() {}

  record WaiveEquipmentsInput(
      ProtocolType stage, List<Id<Equipment>> equipmentIds, String reason) {}

  record RevokeGateWaiverInput(Id<GateWaiver> id, String reason) {}
}
