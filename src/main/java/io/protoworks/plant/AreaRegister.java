package io.protoworks.plant;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The areas of a register. */
@Service
class AreaRegister extends BranchRegister<Area> {
  private final ProjectMapper projects;
  private final AreaMapper areas;

  AreaRegister(ProjectMapper projects, AreaMapper areas) {
    this.projects = projects;
    this.areas = areas;
  }

  @Override
  public String type() {
    return "Area";
  }

  @Override
  public List<Area> find(UUID projectId, List<BranchEntry> entries) {
    return areas.listByCodes(projectId, BranchColumns.of(entries));
  }

  @Override
  public List<UUID> findInactiveParents(UUID viewer, Collection<UUID> parentIds) {
    return projects.listVisibleByIds(viewer, parentIds.toArray(UUID[]::new)).stream()
        .filter(parent -> !parent.isActive())
        .map(Project::id)
        .toList();
  }

  @Override
  public List<UUID> lockInactiveParents(UUID viewer, Collection<UUID> parentIds) {
    return projects.lockForChildren(viewer, parentIds.toArray(UUID[]::new)).stream()
        .filter(parent -> !parent.isActive())
        .map(Project::id)
        .toList();
  }

  @Override
  public List<Area> lock(UUID viewer, Collection<UUID> ids) {
    return areas.lockByIds(viewer, ids.toArray(UUID[]::new));
  }

  @Override
  public List<Area> insert(UUID viewer, UUID projectId, List<BranchEntry> entries) {
    return areas.insertAll(viewer, projectId, BranchColumns.of(entries));
  }

  @Override
  public List<Area> update(UUID viewer, List<UUID> ids, List<BranchEntry> entries) {
    return areas.updateAll(viewer, ids.toArray(UUID[]::new), BranchColumns.of(entries));
  }
}
