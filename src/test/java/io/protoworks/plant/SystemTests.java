package io.protoworks.plant;

import static io.protoworks.plant.Plants.globalId;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SystemTests extends HierarchyNounTests {
  @Override
  String type() {
    return "System";
  }

  @Override
  String table() {
    return "systems";
  }

  @Override
  String parentField() {
    return "areaId";
  }

  @Override
  String parentTable() {
    return "areas";
  }

  @Override
  UUID parent(Plants.Plant of) {
    return of.areaId();
  }

  @Override
  UUID newParent(Plants.Plant of) {
    return plants.area(of.projectId(), "A" + UUID.randomUUID());
  }

  @Override
  UUID add(UUID parentId, String key) {
    return plants.system(parentId, key);
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
  void staysInUseWhileSubsystemsAre() {
    for (int number = 2; number <= 12; number++) {
      plants.subsystem(plant.systemId(), "SS1-" + number);
    }
    staysInUseWhileChildrenAre(plant.systemId(), globalId("subsystem", plant.subsystemId()), 12);
  }
}
