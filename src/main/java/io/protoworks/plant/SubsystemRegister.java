package io.protoworks.plant;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The subsystems of a register. */
@Service
class SubsystemRegister extends BranchRegister<Subsystem> {
  private final SystemMapper systems;
  private final SubsystemMapper subsystems;

  SubsystemRegister(SystemMapper systems, SubsystemMapper subsystems) {
    this.systems = systems;
    this.subsystems = subsystems;
  }

  @Override
  public String type() {
    return "Subsystem";
  }

  @Override
  public List<Subsystem> find(UUID projectId, List<BranchEntry> entries) {
    return subsystems.listByCodes(projectId, BranchColumns.of(entries));
  }

  @Override
  public List<UUID> findInactiveParents(UUID viewer, Collection<UUID> parentIds) {
    return systems.listVisibleByIds(viewer, parentIds.toArray(UUID[]::new)).stream()
        .filter(parent -> !parent.isActive())
        .map(PlantSystem::id)
        .toList();
  }

  @Override
  public List<UUID> lockInactiveParents(UUID viewer, Collection<UUID> parentIds) {
    return systems.lockForChildren(viewer, parentIds.toArray(UUID[]::new)).stream()
        .filter(parent -> !parent.isActive())
        .map(PlantSystem::id)
        .toList();
  }

  @Override
  public List<Subsystem> lock(UUID viewer, Collection<UUID> ids) {
    return subsystems.lockByIds(viewer, ids.toArray(UUID[]::new));
  }

  @Override
  public List<Subsystem> insert(UUID viewer, UUID projectId, List<BranchEntry> entries) {
    return subsystems.insertAll(viewer, projectId, BranchColumns.of(entries));
  }

  @Override
  public List<Subsystem> update(UUID viewer, List<UUID> ids, List<BranchEntry> entries) {
    return subsystems.updateAll(viewer, ids.toArray(UUID[]::new), BranchColumns.of(entries));
  }
}
