package io.protoworks.intake;

import io.protoworks.plant.Branch;
import io.protoworks.plant.BranchEntry;
import io.protoworks.plant.Equipment;
import io.protoworks.plant.EquipmentEntry;
import io.protoworks.plant.PlantRegister;
import io.protoworks.plant.Registered;
import io.protoworks.platform.Viewer;
import io.protoworks.register.HierarchyLevel;
import java.util.List;
import java.util.UUID;

/** The plant's hierarchy as an import meets it: to write into, or to ask what writing would do. */
interface Hierarchy {

  List<? extends Registered<? extends Branch>> branches(
      HierarchyLevel level, List<BranchEntry> entries);

  List<Registered<Equipment>> equipments(List<EquipmentEntry> entries);

  /** Writes. */
  static Hierarchy written(PlantRegister register, Viewer viewer, UUID projectId) {
    return new Hierarchy() {
      @Override
      public List<? extends Registered<? extends Branch>> branches(
          HierarchyLevel level, List<BranchEntry> entries) {
        return switch (level) {
          case AREA -> register.upsertAreas(viewer, projectId, entries);
          case SYSTEM -> register.upsertSystems(viewer, projectId, entries);
          case SUBSYSTEM -> register.upsertSubsystems(viewer, projectId, entries);
        };
      }

      @Override
      public List<Registered<Equipment>> equipments(List<EquipmentEntry> entries) {
        return register.upsertEquipments(viewer, projectId, entries);
      }
    };
  }

  /** Writes nothing, and answers as if it did. */
  static Hierarchy previewed(PlantRegister register, Viewer viewer, UUID projectId) {
    return new Hierarchy() {
      @Override
      public List<? extends Registered<? extends Branch>> branches(
          HierarchyLevel level, List<BranchEntry> entries) {
        return switch (level) {
          case AREA -> register.previewAreas(viewer, projectId, entries);
          case SYSTEM -> register.previewSystems(viewer, projectId, entries);
          case SUBSYSTEM -> register.previewSubsystems(viewer, projectId, entries);
        };
      }

      @Override
      public List<Registered<Equipment>> equipments(List<EquipmentEntry> entries) {
        return register.previewEquipments(viewer, projectId, entries);
      }
    };
  }
}
