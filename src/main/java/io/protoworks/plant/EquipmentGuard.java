package io.protoworks.plant;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks all modules above before equipments change. */
@Component
class EquipmentGuard {
  private final ObjectProvider<EquipmentHolds> holds;

  EquipmentGuard(ObjectProvider<EquipmentHolds> holds) {
    this.holds = holds;
  }

  void lock(Collection<UUID> subsystemIds) {
    if (!subsystemIds.isEmpty()) {
      holds.orderedStream().forEach(hold -> hold.lock(Set.copyOf(subsystemIds)));
    }
  }

  /** Why some of these rows can't become what a register says, by their ids. */
  Map<UUID, Registered.Outcome> refusals(Map<Equipment, EquipmentEntry> changes) {
    List<UUID> retired = idsOf(changes, EquipmentEntry::retires);
    List<UUID> moved = idsOf(changes, EquipmentEntry::moves);
    Map<UUID, Registered.Outcome> refusals = new HashMap<>();
    if (!retired.isEmpty()) {
      holds.stream()
          .flatMap(hold -> hold.listBoundToUse(retired).stream())
          .forEach(id -> refusals.put(id, Registered.Outcome.BOUND_TO_USE));
    }
    if (!moved.isEmpty()) {
      holds.stream()
          .flatMap(hold -> hold.listBoundToSubsystem(moved).stream())
          .forEach(id -> refusals.put(id, Registered.Outcome.BOUND_TO_SUBSYSTEM));
    }
    return refusals;
  }

  private static List<UUID> idsOf(
      Map<Equipment, EquipmentEntry> changes, BiPredicate<EquipmentEntry, Equipment> which) {
    return changes.entrySet().stream()
        .filter(change -> which.test(change.getValue(), change.getKey()))
        .map(change -> change.getKey().id())
        .toList();
  }
}
