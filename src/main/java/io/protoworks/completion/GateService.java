package io.protoworks.completion;

import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The gates: who sees them, and what keeps them closed. */
@Service
public class GateService {
  private final GateMapper gates;

  GateService(GateMapper gates) {
    this.gates = gates;
  }

  /** The gates of these ids that the viewer sees. */
  public List<Gate> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return gates.listVisibleByIds(viewer.userId(), Rows.keys(ids));
  }

  /** The gates of these subsystems that the viewer sees, in the order of the stages. */
  public List<Gate> listBySubsystemIds(Viewer viewer, Collection<UUID> subsystemIds) {
    return gates.listVisibleBySubsystemIds(viewer.userId(), Rows.keys(subsystemIds));
  }

  /** What keeps each of these gates closed. */
  public Map<UUID, List<GateBlocker>> blockersByIds(Viewer viewer, Collection<UUID> ids) {
    return gates.listStatesByIds(viewer.userId(), Rows.keys(ids)).stream()
        .collect(Collectors.toMap(GateState::gateId, GateState::blockers));
  }

  List<UncoveredEquipment> listUncoveredByIds(
      Viewer viewer, Collection<UUID> ids, UncoveredArguments arguments, Page page) {
    return gates.listUncoveredByIds(viewer.userId(), Rows.keys(ids), page);
  }

  Map<UUID, Integer> countUncoveredByIds(
      Viewer viewer, Collection<UUID> ids, UncoveredArguments arguments) {
    return ParentCount.byParent(gates.countUncoveredByIds(viewer.userId(), Rows.keys(ids)));
  }
}
