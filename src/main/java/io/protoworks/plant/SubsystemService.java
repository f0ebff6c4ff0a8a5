package io.protoworks.plant;

import io.protoworks.plant.SubsystemInputs.ChangeSubsystemInput;
import io.protoworks.plant.SubsystemInputs.CreateSubsystemInput;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.ParentCount;
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

/** The subsystems: who sees them, and how they are kept. */
@Service
public class SubsystemService {
  private static final String TYPE = "Subsystem";
  private static final String NOUN = "subsystem";

  private final SubsystemMapper subsystems;
  private final SystemService systems;
  private final EquipmentMapper equipments;
  private final ProjectAccess access;
  private final Changes changes;

  SubsystemService(
      SubsystemMapper subsystems,
      SystemService systems,
      EquipmentMapper equipments,
      ProjectAccess access,
      Changes changes) {
    this.subsystems = subsystems;
    this.systems = systems;
    this.equipments = equipments;
    this.access = access;
    this.changes = changes;
  }

  /** The subsystems of these ids, for whoever already sees what lies in them. */
  public List<Subsystem> listByIds(Collection<UUID> ids) {
    return subsystems.listByIds(Rows.keys(ids));
  }

  /** The subsystems of these ids that the viewer sees. */
  public List<Subsystem> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return subsystems.listVisibleByIds(viewer.userId(), Rows.keys(ids));
  }

  List<Subsystem> listBySystemIds(
      Viewer viewer, Collection<UUID> systemIds, BranchArguments arguments) {
    return subsystems.listBySystemIds(
        viewer.userId(), Rows.keys(systemIds), arguments.withInactive());
  }

  List<Subsystem> listByProjectIds(
      Viewer viewer, Collection<UUID> projectIds, BranchArguments arguments) {
    return subsystems.listByProjectIds(
        viewer.userId(), Rows.keys(projectIds), arguments.withInactive());
  }

  Map<UUID, SubsystemCounts> countsByIds(Viewer viewer, Collection<UUID> ids) {
    return Rows.complete(
        ids,
        subsystems.listCountsByIds(viewer.userId(), Rows.keys(ids)),
        SubsystemCounts::id,
        SubsystemCounts::none);
  }

  @Transactional
  Subsystem create(Viewer viewer, CreateSubsystemInput input) {
    PlantSystem system = systems.lockParent(viewer, input.systemId().uuid(), "systemId");
    InUse.requireParent(system.isActive(), "systemId", system.code(), system);
    Subsystem created =
        subsystems.insert(
            viewer.userId(),
            system.id(),
            system.projectId(),
            input.name(),
            input.code(),
            input.description());
    changes.record(viewer, Change.created(TYPE, created.id(), created.projectId(), created));
    return created;
  }

  @Transactional
  Subsystem change(Viewer viewer, ChangeSubsystemInput input) {
    PlantSystem system = systems.lockParent(viewer, input.systemId().uuid(), "systemId");
    Subsystem before = lock(viewer, new VersionedId<>(input.id(), input.expectedVersion()));
    if (!system.projectId().equals(before.projectId())) {
      throw Refused.invalid(
          "systemId", "A system of the same project is needed: a subsystem stays in its project.");
    }
    if (before.isActive() && !system.id().equals(before.systemId())) {
      InUse.requireParent(system.isActive(), "systemId", system.code(), system);
    }
    Subsystem after =
        subsystems.update(
            viewer.userId(),
            before.id(),
            system.id(),
            input.name(),
            input.code(),
            input.description());
    changes.record(viewer, Change.changed(TYPE, after.id(), after.projectId(), before, after));
    return after;
  }

  @Transactional
  Subsystem deactivate(Viewer viewer, VersionedId<Subsystem> input) {
    Subsystem before = lock(viewer, input);
    if (!before.isActive()) {
      return before;
    }
    refuseWhileUsed(viewer, before);
    Subsystem after = subsystems.updateActive(viewer.userId(), before.id(), false);
    changes.record(viewer, Change.deactivated(TYPE, after.id(), after.projectId(), before, after));
    return after;
  }

  @Transactional
  Subsystem restore(Viewer viewer, VersionedId<Subsystem> input) {
    Subsystem seen =
        Rows.only(subsystems.listVisibleByIds(viewer.userId(), Rows.keys(input.id().uuid())));
    if (seen == null) {
      throw Refused.unknown("id", NOUN);
    }
    PlantSystem system = systems.lockParent(viewer, seen.systemId(), "id");
    Subsystem before = lock(viewer, input);
    if (before.isActive()) {
      return before;
    }
    InUse.requireParent(system.isActive(), "id", system.code(), system);
    Subsystem after = subsystems.updateActive(viewer.userId(), before.id(), true);
    changes.record(viewer, Change.restored(TYPE, after.id(), after.projectId(), before, after));
    return after;
  }

  /** The subsystem that something is put under: it stays as it is until the transaction ends. */
  Subsystem lockParent(Viewer viewer, UUID id, String field) {
    return requireWrite(
        viewer, Rows.only(subsystems.lockForChildren(viewer.userId(), Rows.keys(id))), field);
  }

  private void refuseWhileUsed(Viewer viewer, Subsystem subsystem) {
    UUID[] ids = Rows.keys(subsystem.id());
    EquipmentArguments active = EquipmentArguments.first(Refused.BLOCKERS_SHOWN);
    int count =
        ParentCount.byParent(
                equipments.countBySubsystemIds(viewer.userId(), ids, active.matching()))
            .getOrDefault(subsystem.id(), 0);
    if (count > 0) {
      List<Equipment> first =
          equipments
              .listBySubsystemIds(viewer.userId(), ids, active.matching(), active.page())
              .stream()
              .map(EquipmentUnder::equipment)
              .toList();
      InUse.requireNoChildren(subsystem.code(), "equipment", first, count);
    }
  }

  private Subsystem lock(Viewer viewer, VersionedId<Subsystem> input) {
    Subsystem found =
        Rows.only(subsystems.lockByIds(viewer.userId(), Rows.keys(input.id().uuid())));
    return Versioned.expect(requireWrite(viewer, found, "id"), input.expectedVersion(), NOUN);
  }

  private Subsystem requireWrite(Viewer viewer, @Nullable Subsystem found, String field) {
    if (found == null) {
      throw Refused.unknown(field, NOUN);
    }
    access.requireFor(viewer, PlantPermission.HIERARCHY_WRITE, found.projectId());
    return found;
  }
}
