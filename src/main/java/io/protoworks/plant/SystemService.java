package io.protoworks.plant;

import io.protoworks.plant.SystemInputs.ChangeSystemInput;
import io.protoworks.plant.SystemInputs.CreateSystemInput;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Versioned;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The systems: who sees them, and how they are kept. */
@Service
public class SystemService {
  private static final String TYPE = "System";
  private static final String NOUN = "system";

  private final SystemMapper systems;
  private final AreaService areas;
  private final SubsystemMapper subsystems;
  private final ProjectAccess access;
  private final Changes changes;

  SystemService(
      SystemMapper systems,
      AreaService areas,
      SubsystemMapper subsystems,
      ProjectAccess access,
      Changes changes) {
    this.systems = systems;
    this.areas = areas;
    this.subsystems = subsystems;
    this.access = access;
    this.changes = changes;
  }

  /** The systems of these ids, for whoever already sees what lies in them. */
  public List<PlantSystem> listByIds(Collection<UUID> ids) {
    return systems.listByIds(Rows.keys(ids));
  }

  List<PlantSystem> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return systems.listVisibleByIds(viewer.userId(), Rows.keys(ids));
  }

  List<PlantSystem> listByAreaIds(
      Viewer viewer, Collection<UUID> areaIds, BranchArguments arguments) {
    return systems.listByAreaIds(viewer.userId(), Rows.keys(areaIds), arguments.withInactive());
  }

  List<PlantSystem> listByProjectIds(
      Viewer viewer, Collection<UUID> projectIds, BranchArguments arguments) {
    return systems.listByProjectIds(
        viewer.userId(), Rows.keys(projectIds), arguments.withInactive());
  }

  Map<UUID, SystemCounts> countsByIds(Viewer viewer, Collection<UUID> ids) {
    return Rows.complete(
        ids,
        systems.listCountsByIds(viewer.userId(), Rows.keys(ids)),
        SystemCounts::id,
        SystemCounts::none);
  }

  @Transactional
  PlantSystem create(Viewer viewer, CreateSystemInput input) {
    Area area = areas.lockParent(viewer, input.areaId().uuid(), "areaId");
    InUse.requireParent(area.isActive(), "areaId", area.code(), area);
    PlantSystem created =
        systems.insert(
            viewer.userId(),
            area.id(),
            area.projectId(),
            input.name(),
            input.code(),
            input.description());
    changes.record(viewer, Change.created(TYPE, created.id(), created.projectId(), created));
    return created;
  }

  @Transactional
  PlantSystem change(Viewer viewer, ChangeSystemInput input) {
    Area area = areas.lockParent(viewer, input.areaId().uuid(), "areaId");
    PlantSystem before = lock(viewer, new VersionedId<>(input.id(), input.expectedVersion()));
    if (!area.projectId().equals(before.projectId())) {
      throw Refused.invalid(
          "areaId", "An area of the same project is needed: a system stays in its project.");
    }
    if (before.isActive() && !area.id().equals(before.areaId())) {
      InUse.requireParent(area.isActive(), "areaId", area.code(), area);
    }
    PlantSystem after =
        systems.update(
            viewer.userId(),
            before.id(),
            area.id(),
            input.name(),
            input.code(),
            input.description());
    changes.record(viewer, Change.changed(TYPE, after.id(), after.projectId(), before, after));
    return after;
  }

  @Transactional
  PlantSystem deactivate(Viewer viewer, VersionedId<PlantSystem> input) {
    PlantSystem before = lock(viewer, input);
    if (!before.isActive()) {
      return before;
    }
    refuseWhileUsed(viewer, before);
    PlantSystem after = systems.updateActive(viewer.userId(), before.id(), false);
    changes.record(viewer, Change.deactivated(TYPE, after.id(), after.projectId(), before, after));
    return after;
  }

  @Transactional
  PlantSystem restore(Viewer viewer, VersionedId<PlantSystem> input) {
    PlantSystem seen =
        Rows.only(systems.listVisibleByIds(viewer.userId(), Rows.keys(input.id().uuid())));
    if (seen == null) {
      throw Refused.unknown("id", NOUN);
    }
    Area area = areas.lockParent(viewer, seen.areaId(), "id");
    PlantSystem before = lock(viewer, input);
    if (before.isActive()) {
      return before;
    }
    InUse.requireParent(area.isActive(), "id", area.code(), area);
    PlantSystem after = systems.updateActive(viewer.userId(), before.id(), true);
    changes.record(viewer, Change.restored(TYPE, after.id(), after.projectId(), before, after));
    return after;
  }

  /** The system that something is put under: it stays as it is until the transaction ends. */
  PlantSystem lockParent(Viewer viewer, UUID id, String field) {
    return requireWrite(
        viewer, Rows.only(systems.lockForChildren(viewer.userId(), Rows.keys(id))), field);
  }

  private void refuseWhileUsed(Viewer viewer, PlantSystem system) {
    List<Subsystem> active =
        subsystems.listBySystemIds(viewer.userId(), Rows.keys(system.id()), false);
    InUse.requireNoChildren(system.code(), "subsystem", active, active.size());
  }

  private PlantSystem lock(Viewer viewer, VersionedId<PlantSystem> input) {
    PlantSystem found = Rows.only(systems.lockByIds(viewer.userId(), Rows.keys(input.id().uuid())));
    return Versioned.expect(requireWrite(viewer, found, "id"), input.expectedVersion(), NOUN);
  }

  private PlantSystem requireWrite(Viewer viewer, @Nullable PlantSystem found, String field) {
    if (found == null) {
      throw Refused.unknown(field, NOUN);
    }
    access.requireFor(viewer, PlantPermission.HIERARCHY_WRITE, found.projectId());
    return found;
  }
}
