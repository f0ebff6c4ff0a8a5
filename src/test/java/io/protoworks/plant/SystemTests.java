package io.protoworks.plant;

import static io.protoworks.plant.Plants.globalId;

import io.protoworks.testing.Waiting;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.transaction.support.TransactionTemplate;

class SystemTests extends HierarchyNounTests {
  @Autowired Waiting waiting;
  @Autowired TransactionTemplate transaction;

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

  /**
   * The service has locked the area that it knew of: only the database still sees the other one.
   */
  @Test
  void doesNotComeBackUnderAnAreaOutOfUseThatItIsMovedToMeanwhile() {
    UUID system = plants.system(plant.areaId(), "S2");
    plants.deactivate("systems", system);
    UUID closed = newParent(plant);
    plants.deactivate("areas", closed);
    CompletableFuture<GraphQlTester.Response> restored =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  database
                      .sql("update plant.systems set area_id = ? where id = ?")
                      .params(closed, system)
                      .update();
                  return waiting.start(() -> toggle(as(manager), "restore", system, 1).execute());
                }));
    restored
        .join()
        .path("restoreSystem")
        .matchesJson(
            """
            {"system": null,
             "errors": [{"code": "IN_THE_WAY", "message": "The area is out of use; restore it first."}]}
            """);
  }
}
