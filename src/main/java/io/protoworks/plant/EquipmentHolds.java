package io.protoworks.plant;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What modules above keep about equipments, and so must be asked before some of them change. Each
 * answers what it knows of.
 */
public interface EquipmentHolds {
  /**
   * Locks what is counted about these subsystems until the transaction ends. Comes before any
   * equipment is locked, and after the subsystems are.
   */
  default void lock(Collection<UUID> subsystemIds) {}

  /** Those of these equipments that must stay in their subsystem. */
  default List<UUID> listBoundToSubsystem(Collection<UUID> equipmentIds) {
    return List.of();
  }

  /** Those of these equipments that must stay in use. */
  default List<UUID> listBoundToUse(Collection<UUID> equipmentIds) {
    return List.of();
  }
}
