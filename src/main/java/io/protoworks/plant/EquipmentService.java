package io.protoworks.plant;

import io.protoworks.identity.Discipline;
import io.protoworks.identity.DisciplineService;
import io.protoworks.plant.EquipmentInputs.ChangeEquipmentInput;
import io.protoworks.plant.EquipmentInputs.CreateEquipmentInput;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Id;
import io.protoworks.platform.Page;
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
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The equipments: who sees them, and how they are kept. */
@Service
public class EquipmentService {
  private static final String TYPE = "Equipment";
  private static final String NOUN = "equipment";

  private final EquipmentMapper equipments;
  private final SubsystemService subsystems;
  private final DisciplineService disciplines;
  private final EquipmentGuard guard;
  private final ProjectAccess access;
  private final Changes changes;

  EquipmentService(
      EquipmentMapper equipments,
      SubsystemService subsystems,
      DisciplineService disciplines,
      EquipmentGuard guard,
      ProjectAccess access,
      Changes changes) {
    this.equipments = equipments;
    this.subsystems = subsystems;
    this.disciplines = disciplines;
    this.guard = guard;
    this.access = access;
    this.changes = changes;
  }

  /** The equipments of these ids that the viewer sees. */
  public List<Equipment> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return equipments.listVisibleByIds(viewer.userId(), Rows.keys(ids));
  }

  /** The equipments of these ids, for whoever already sees what names them. */
  public List<Equipment> listByIds(Collection<UUID> ids) {
    return equipments.listByIds(Rows.keys(ids));
  }

  /** Those of these ids that the viewer sees: they stay as they are until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Equipment> lockForChildren(Viewer viewer, Collection<UUID> ids) {
    return equipments.lockForChildren(viewer.userId(), Rows.keys(ids));
  }

  /** The first so many active ones of a subsystem, of one discipline or of all, by tag. */
  public List<Equipment> listInSubsystem(
      Viewer viewer, UUID subsystemId, @Nullable UUID disciplineId, int limit) {
    return equipments.listInSubsystem(viewer.userId(), subsystemId, disciplineId, limit);
  }

  @Nullable Equipment findByTagId(Viewer viewer, String projectCode, String tagId) {
    return equipments.findByTagId(viewer.userId(), projectCode, tagId);
  }

  Connection<Equipment> list(
      Viewer viewer, @Nullable Id<Project> projectId, EquipmentArguments arguments) {
    UUID project = projectId == null ? null : projectId.uuid();
    Page page = arguments.page();
    return Connection.of(
        equipments.listMatching(viewer.userId(), project, arguments.matching(), page),
        page,
        arguments.place(),
        () -> equipments.countMatching(viewer.userId(), project, arguments.matching()));
  }

  List<EquipmentUnder> listByProjectIds(
      Viewer viewer, Collection<UUID> parentIds, EquipmentArguments arguments, Page page) {
    return equipments.listByProjectIds(
        viewer.userId(), Rows.keys(parentIds), arguments.matching(), page);
  }

  Map<UUID, Integer> countByProjectIds(
      Viewer viewer, Collection<UUID> parentIds, EquipmentArguments arguments) {
    return ParentCount.byParent(
        equipments.countByProjectIds(viewer.userId(), Rows.keys(parentIds), arguments.matching()));
  }

  List<EquipmentUnder> listByAreaIds(
      Viewer viewer, Collection<UUID> parentIds, EquipmentArguments arguments, Page page) {
    return equipments.listByAreaIds(
        viewer.userId(), Rows.keys(parentIds), arguments.matching(), page);
  }

  Map<UUID, Integer> countByAreaIds(
      Viewer viewer, Collection<UUID> parentIds, EquipmentArguments arguments) {
    return ParentCount.byParent(
        equipments.countByAreaIds(viewer.userId(), Rows.keys(parentIds), arguments.matching()));
  }

  List<EquipmentUnder> listBySystemIds(
      Viewer viewer, Collection<UUID> parentIds, EquipmentArguments arguments, Page page) {
    return equipments.listBySystemIds(
        viewer.userId(), Rows.keys(parentIds), arguments.matching(), page);
  }

  Map<UUID, Integer> countBySystemIds(
      Viewer viewer, Collection<UUID> parentIds, EquipmentArguments arguments) {
    return ParentCount.byParent(
        equipments.countBySystemIds(viewer.userId(), Rows.keys(parentIds), arguments.matching()));
  }

  List<EquipmentUnder> listBySubsystemIds(
      Viewer viewer, Collection<UUID> parentIds, EquipmentArguments arguments, Page page) {
    return equipments.listBySubsystemIds(
        viewer.userId(), Rows.keys(parentIds), arguments.matching(), page);
  }

  Map<UUID, Integer> countBySubsystemIds(
      Viewer viewer, Collection<UUID> parentIds, EquipmentArguments arguments) {
    return ParentCount.byParent(
        equipments.countBySubsystemIds(
            viewer.userId(), Rows.keys(parentIds), arguments.matching()));
  }

  @Transactional
  Equipment create(Viewer viewer, CreateEquipmentInput input) {
    Subsystem subsystem = subsystems.lockParent(viewer, input.subsystemId().uuid(), "subsystemId");
    InUse.requireParent(subsystem.isActive(), "subsystemId", subsystem.code(), subsystem);
    UUID discipline = requireDiscipline(input.disciplineId(), null);
    guard.lock(List.of(subsystem.id()));
    Equipment created =
        equipments.insert(
            viewer.userId(),
            subsystem.projectId(),
            subsystem.id(),
            input.tagId(),
            input.application(),
            discipline);
    changes.record(viewer, Change.created(TYPE, created.id(), created.projectId(), created));
    return created;
  }

  @Transactional
  Equipment change(Viewer viewer, ChangeEquipmentInput input) {
    Subsystem subsystem = subsystems.lockParent(viewer, input.subsystemId().uuid(), "subsystemId");
    Equipment seen = find(viewer, input.id());
    guard.lock(List.of(seen.subsystemId(), subsystem.id()));
    Equipment before = lock(viewer, new VersionedId<>(input.id(), input.expectedVersion()));
    if (!subsystem.projectId().equals(before.projectId())) {
      throw Refused.invalid(
          "subsystemId",
          "A subsystem of the same project is needed: an equipment stays in its project.");
    }
    if (before.isActive() && !subsystem.id().equals(before.subsystemId())) {
      InUse.requireParent(subsystem.isActive(), "subsystemId", subsystem.code(), subsystem);
    }
    Equipment after =
        equipments.update(
            viewer.userId(),
            before.id(),
            subsystem.id(),
            input.tagId(),
            input.application(),
            requireDiscipline(input.disciplineId(), before.disciplineId()));
    changes.record(viewer, Change.changed(TYPE, after.id(), after.projectId(), before, after));
    return after;
  }

  @Transactional
  Equipment deactivate(Viewer viewer, VersionedId<Equipment> input) {
    guard.lock(List.of(find(viewer, input.id()).subsystemId()));
    Equipment before = lock(viewer, input);
    if (!before.isActive()) {
      return before;
    }
    Equipment after = equipments.updateActive(viewer.userId(), before.id(), false);
    changes.record(viewer, Change.deactivated(TYPE, after.id(), after.projectId(), before, after));
    return after;
  }

  @Transactional
  Equipment restore(Viewer viewer, VersionedId<Equipment> input) {
    Equipment seen = find(viewer, input.id());
    Subsystem subsystem = subsystems.lockParent(viewer, seen.subsystemId(), "id");
    guard.lock(List.of(subsystem.id()));
    Equipment before = lock(viewer, input);
    if (before.isActive()) {
      return before;
    }
    InUse.requireParent(subsystem.isActive(), "id", subsystem.code(), subsystem);
    Equipment after = equipments.updateActive(viewer.userId(), before.id(), true);
    changes.record(viewer, Change.restored(TYPE, after.id(), after.projectId(), before, after));
    return after;
  }

  /** A discipline that was taken out of use stays where it is, but is not given anew. */
  private @Nullable UUID requireDiscipline(
      @Nullable Id<Discipline> discipline, @Nullable UUID before) {
    if (discipline == null) {
      return null;
    }
    if (!discipline.uuid().equals(before)) {
      disciplines.requireInUse(discipline, "disciplineId");
    }
    return discipline.uuid();
  }

  /** The equipment before anything is locked: tells what has to be locked before it. */
  private Equipment find(Viewer viewer, Id<Equipment> id) {
    Equipment seen = Rows.only(equipments.listVisibleByIds(viewer.userId(), Rows.keys(id.uuid())));
    if (seen == null) {
      throw Refused.unknown("id", NOUN);
    }
    access.requireFor(viewer, PlantPermission.HIERARCHY_WRITE, seen.projectId());
    return seen;
  }

  private Equipment lock(Viewer viewer, VersionedId<Equipment> input) {
    return Versioned.expect(
        Rows.only(equipments.lockByIds(viewer.userId(), Rows.keys(input.id().uuid()))),
        input.expectedVersion(),
        NOUN);
  }
}
