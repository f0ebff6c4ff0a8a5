package io.protoworks.completion;

import io.protoworks.plant.EquipmentHolds;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Keeps equipments in the subsystem in which something was checked of them, and has whoever changes
 * equipments take the locks in the order that everybody takes them.
 */
@Service
class EquipmentKeeper implements EquipmentHolds {
  private final SubsystemLocks locks;
  private final GateMapper gates;

  EquipmentKeeper(SubsystemLocks locks, GateMapper gates) {
    this.locks = locks;
    this.gates = gates;
  }

  @Override
  public void lock(Collection<UUID> subsystemIds) {
    locks.lock(subsystemIds);
  }

  @Override
  public List<UUID> listBoundToSubsystem(Collection<UUID> equipmentIds) {
    return gates.listBoundEquipmentIds(equipmentIds.toArray(UUID[]::new));
  }
}
