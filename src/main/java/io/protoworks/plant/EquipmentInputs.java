package io.protoworks.plant;

import io.protoworks.identity.Discipline;
import io.protoworks.platform.Id;
import org.jspecify.annotations.Nullable;

/** What the mutations of equipments take. A field left out of a change is emptied. */
final class EquipmentInputs {
  private EquipmentInputs() {}

  record CreateEquipmentInput(
      Id<Subsystem> subsystemId,
      String tagId,
      String application,
      @Nullable Id<Discipline> disciplineId) {}

  /** Another subsystem than before moves it. */
  record ChangeEquipmentInput(
      Id<Equipment> id,
      int expectedVersion,
      Id<Subsystem> subsystemId,
      String tagId,
      String application,
      @Nullable Id<Discipline> disciplineId) {}
}
