package io.protoworks.plant;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The systems of a register. */
@Service
class SystemRegister extends BranchRegister<PlantSystem> {
  private final AreaMapper areas;
  private final SystemMapper systems;

  SystemRegister(AreaMapper areas, SystemMapper systems) {
    this.areas = areas;
    this.systems = systems;
  }

  @Override
  public String type() {
    return "System";
  }

  @Override
  public List<PlantSystem> find(UUID projectId, List<BranchEntry> entries) {
    return systems.listByCodes(projectId, BranchColumns.of(entries));
  }

  @Override
  public List<UUID> findInactiveParents(UUID viewer, Collection<UUID> parentIds) {
    return areas.listVisibleByIds(viewer, parentIds.toArray(UUID[]::new)).stream()
        .filter(parent -> !parent.isActive())
        .map(Area::id)
        .toList();
  }

  @Override
  public List<UUID> lockInactiveParents(UUID viewer, Collection<UUID> parentIds) {
    return areas.lockForChildren(viewer, parentIds.toArray(UUID[]::new)).stream()
        .filter(parent -> !parent.isActive())
        .map(Area::id)
        .toList();
  }

  @Override
  public List<PlantSystem> lock(UUID viewer, Collection<UUID> ids) {
    return systems.lockByIds(viewer, ids.toArray(UUID[]::new));
  }

  @Override
  public List<PlantSystem> insert(UUID viewer, UUID projectId, List<BranchEntry> entries) {
    return systems.insertAll(viewer, projectId, BranchColumns.of(entries));
  }

  @Override
  public List<PlantSystem> update(UUID viewer, List<UUID> ids, List<BranchEntry> entries) {
    return systems.updateAll(viewer, ids.toArray(UUID[]::new), BranchColumns.of(entries));
  }
}
