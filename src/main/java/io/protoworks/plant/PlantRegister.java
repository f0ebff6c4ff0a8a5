package io.protoworks.plant;

import io.protoworks.platform.Changes;
import io.protoworks.platform.Viewer;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes a register into the hierarchy, many entries at once, by natural keys: what is not there is
 * created, what differs is changed, and what is the same is not touched. The number of statements
 * does not depend on the number of entries; about a thousand make a good batch. Needs {@code
 * hierarchy.write} in the project.
 *
 * <p>The answers stand in the order of the entries. No two entries of a batch may have the same
 * key, and none may have {@code problems()}. Registers that are written into one project at the
 * same time wait for each other.
 */
@Service
public class PlantRegister {
  private final ProjectAccess access;
  private final PlantRegisterMapper register;
  private final AreaRegister areas;
  private final SystemRegister systems;
  private final SubsystemRegister subsystems;
  private final EquipmentRegister equipments;
  private final Changes changes;

  PlantRegister(
      ProjectAccess access,
      PlantRegisterMapper register,
      AreaRegister areas,
      SystemRegister systems,
      SubsystemRegister subsystems,
      EquipmentRegister equipments,
      Changes changes) {
    this.access = access;
    this.register = register;
    this.areas = areas;
    this.systems = systems;
    this.subsystems = subsystems;
    this.equipments = equipments;
    this.changes = changes;
  }

  @Transactional
  public List<Registered<Area>> upsertAreas(
      Viewer viewer, UUID projectId, List<BranchEntry> entries) {
    return upsert(areas, viewer, projectId, entries);
  }

  @Transactional
  public List<Registered<PlantSystem>> upsertSystems(
      Viewer viewer, UUID projectId, List<BranchEntry> entries) {
    return upsert(systems, viewer, projectId, entries);
  }

  @Transactional
  public List<Registered<Subsystem>> upsertSubsystems(
      Viewer viewer, UUID projectId, List<BranchEntry> entries) {
    return upsert(subsystems, viewer, projectId, entries);
  }

  @Transactional
  public List<Registered<Equipment>> upsertEquipments(
      Viewer viewer, UUID projectId, List<EquipmentEntry> entries) {
    return upsert(equipments, viewer, projectId, entries);
  }

  /** What {@link #upsertAreas} would do. Nothing is written. */
  public List<Registered<Area>> previewAreas(
      Viewer viewer, UUID projectId, List<BranchEntry> entries) {
    return preview(areas, viewer, projectId, entries);
  }

  /** What {@link #upsertSystems} would do; the id of an area that is yet to come is of nothing. */
  public List<Registered<PlantSystem>> previewSystems(
      Viewer viewer, UUID projectId, List<BranchEntry> entries) {
    return preview(systems, viewer, projectId, entries);
  }

  /** What {@link #upsertSubsystems} would do; the id of a system to come is of nothing. */
  public List<Registered<Subsystem>> previewSubsystems(
      Viewer viewer, UUID projectId, List<BranchEntry> entries) {
    return preview(subsystems, viewer, projectId, entries);
  }

  /**
   * What {@link #upsertEquipments} would do; the id of a subsystem that is yet to come is of
   * nothing, so that what is moved into it counts as changed.
   */
  public List<Registered<Equipment>> previewEquipments(
      Viewer viewer, UUID projectId, List<EquipmentEntry> entries) {
    return preview(equipments, viewer, projectId, entries);
  }

  private <E, T> List<Registered<T>> upsert(
      RegisterLevel<E, T> level, Viewer viewer, UUID projectId, List<E> entries) {
    access.requireFor(viewer, PlantPermission.HIERARCHY_WRITE, projectId);
    register.lockForWriting(projectId);
    return new RegisterBatch<>(level, viewer, projectId, entries).write(changes);
  }

  private <E, T> List<Registered<T>> preview(
      RegisterLevel<E, T> level, Viewer viewer, UUID projectId, List<E> entries) {
    access.requireFor(viewer, PlantPermission.HIERARCHY_WRITE, projectId);
    return new RegisterBatch<>(level, viewer, projectId, entries).preview();
  }
}
