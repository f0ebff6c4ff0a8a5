package io.protoworks.plant;

import static io.protoworks.plant.Plants.globalId;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AreaTests extends HierarchyNounTests {
  @Override
  String type() {
    return "Area";
  }

  @Override
  String table() {
    return "areas";
  }

  @Override
  String parentField() {
    return "projectId";
  }

  @Override
  String parentTable() {
    return "projects";
  }

  @Override
  UUID parent(Plants.Plant of) {
    return of.projectId();
  }

  @Override
  UUID newParent(Plants.Plant of) {
    return plants.projectOf(manager.companyId());
  }

  @Override
  UUID add(UUID parentId, String key) {
    return plants.area(parentId, key);
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
  void staysInUseWhileSystemsAre() {
    staysInUseWhileChildrenAre(plant.areaId(), globalId("system", plant.systemId()), 1);
  }
}
