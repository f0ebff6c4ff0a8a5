package io.protoworks.completion;

import io.protoworks.completion.GateWaiverInputs.RevokeGateWaiverInput;
import io.protoworks.completion.GateWaiverInputs.WaiveEquipmentsInput;
import io.protoworks.platform.Viewer;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class GateWaiverController {
  private final GateWaiverService waivers;

  GateWaiverController(GateWaiverService waivers) {
    this.waivers = waivers;
  }

  record GateWaiversPayload(List<GateWaiver> gateWaivers) {}

  record GateWaiverPayload(GateWaiver gateWaiver) {}

  @MutationMapping
  GateWaiversPayload waiveEquipments(@Argument WaiveEquipmentsInput input, Viewer viewer) {
    return new GateWaiversPayload(waivers.waive(viewer, input));
  }

  @MutationMapping
  GateWaiverPayload revokeGateWaiver(@Argument RevokeGateWaiverInput input, Viewer viewer) {
    return new GateWaiverPayload(waivers.revoke(viewer, input));
  }
}
