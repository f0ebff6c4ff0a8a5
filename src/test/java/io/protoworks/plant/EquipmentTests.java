package io.protoworks.plant;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EquipmentTests extends HierarchyNounTests {
  @Override
  String type() {
    return "Equipment";
  }

  @Override
  String table() {
    return "equipments";
  }

  @Override
  String parentField() {
    return "subsystemId";
  }

  @Override
  String parentTable() {
    return "subsystems";
  }

  @Override
  UUID parent(Plants.Plant of) {
    return of.subsystemId();
  }

  @Override
  UUID newParent(Plants.Plant of) {
    return plants.subsystem(of.systemId(), "SS" + UUID.randomUUID());
  }

  @Override
  UUID add(UUID parentId, String key) {
    return plants.equipment(parentId, key);
  }

  @Override
  String key() {
    return "tagId";
  }

  @Override
  Map<String, Object> others() {
    return Map.of("application", "Something");
  }

  @Test
  void movesToAnotherParentOfItsProjectOnly() {
    movesWithinItsProjectOnly();
  }
}
