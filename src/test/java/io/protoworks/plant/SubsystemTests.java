package io.protoworks.plant;

import static io.protoworks.plant.Plants.globalId;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubsystemTests extends HierarchyNounTests {
  @Override
  String type() {
    return "Subsystem";
  }

  @Override
  String table() {
    return "subsystems";
  }

  @Override
  String parentField() {
    return "systemId";
  }

  @Override
  String parentTable() {
    return "systems";
  }

  @Override
  UUID parent(Plants.Plant of) {
    return of.systemId();
  }

  @Override
  UUID newParent(Plants.Plant of) {
    return plants.system(of.areaId(), "S" + UUID.randomUUID());
  }

  @Override
  UUID add(UUID parentId, String key) {
    return plants.subsystem(parentId, key);
  }

  @Override
  String key() {
    return "code";
  }

  @Override
  Map<String, Object> others() {
    return Map.of("name", "Something");
  }

  @Test
  void movesToAnotherParentOfItsProjectOnly() {
    movesWithinItsProjectOnly();
  }

  @Test
  void staysInUseWhileEquipmentsAre() {
    for (int number = 102; number <= 112; number++) {
      plants.equipment(plant.subsystemId(), "P-" + number);
    }
    staysInUseWhileChildrenAre(plant.subsystemId(), globalId("equipment", plant.equipmentId()), 12);
  }
}
