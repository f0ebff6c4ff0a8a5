package io.protoworks.plant;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The equipments of a register. */
@Service
class EquipmentRegister implements RegisterLevel<EquipmentEntry, Equipment> {
  private final SubsystemMapper subsystems;
  private final EquipmentMapper equipments;
  private final EquipmentGuard guard;

  EquipmentRegister(SubsystemMapper subsystems, EquipmentMapper equipments, EquipmentGuard guard) {
    this.subsystems = subsystems;
    this.equipments = equipments;
    this.guard = guard;
  }

  @Override
  public String type() {
    return "Equipment";
  }

  @Override
  public Object keyOf(EquipmentEntry entry) {
    return entry.tagId();
  }

  @Override
  public Object keyOfRow(Equipment row) {
    return row.tagId();
  }

  @Override
  public UUID parentOf(EquipmentEntry entry) {
    return entry.subsystemId();
  }

  @Override
  public UUID idOf(Equipment row) {
    return row.id();
  }

  @Override
  public boolean isActive(Equipment row) {
    return row.isActive();
  }

  @Override
  public boolean differs(EquipmentEntry entry, Equipment found) {
    return entry.differsFrom(found);
  }

  @Override
  public boolean activates(EquipmentEntry entry, @Nullable Equipment found) {
    return entry.activates(found);
  }

  @Override
  public List<Equipment> find(UUID projectId, List<EquipmentEntry> entries) {
    return equipments.listByTagIds(
        projectId, entries.stream().map(EquipmentEntry::tagId).toArray(String[]::new));
  }

  @Override
  public List<UUID> findInactiveParents(UUID viewer, Collection<UUID> parentIds) {
    return subsystems.listVisibleByIds(viewer, parentIds.toArray(UUID[]::new)).stream()
        .filter(parent -> !parent.isActive())
        .map(Subsystem::id)
        .toList();
  }

  @Override
  public List<UUID> lockInactiveParents(UUID viewer, Collection<UUID> parentIds) {
    return subsystems.lockForChildren(viewer, parentIds.toArray(UUID[]::new)).stream()
        .filter(parent -> !parent.isActive())
        .map(Subsystem::id)
        .toList();
  }

  @Override
  public void lockHolds(Collection<EquipmentEntry> entries, Collection<Equipment> rows) {
    guard.lock(
        Stream.concat(
                entries.stream().map(EquipmentEntry::subsystemId),
                rows.stream().map(Equipment::subsystemId))
            .toList());
  }

  @Override
  public Map<UUID, Registered.Outcome> refusals(Map<Equipment, EquipmentEntry> changes) {
    return guard.refusals(changes);
  }

  @Override
  public List<Equipment> lock(UUID viewer, Collection<UUID> ids) {
    return equipments.lockByIds(viewer, ids.toArray(UUID[]::new));
  }

  @Override
  public List<Equipment> insert(UUID viewer, UUID projectId, List<EquipmentEntry> entries) {
    return equipments.insertAll(viewer, projectId, EquipmentColumns.of(entries));
  }

  @Override
  public List<Equipment> update(UUID viewer, List<UUID> ids, List<EquipmentEntry> entries) {
    return equipments.updateAll(viewer, ids.toArray(UUID[]::new), EquipmentColumns.of(entries));
  }
}
