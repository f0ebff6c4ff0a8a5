package io.protoworks.plant;

import static io.protoworks.plant.Plants.globalId;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester;

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

  /** Whichever comes first, the other is refused: never does something active hang under it. */
  @RepeatedTest(5)
  void goesOutOfUseOrGetsAnEquipmentButNotBoth() {
    UUID subsystem = plants.subsystem(plant.systemId(), "SS2");
    GraphQlTester caller = as(manager);
    List<Callable<String>> both =
        List.of(
            () -> codeOf(toggle(caller, "deactivate", subsystem, 1), "deactivateSubsystem"),
            () ->
                codeOf(
                    Mutations.ask(
                        caller,
                        "createEquipment",
                        "equipment { id }",
                        Map.of(
                            "subsystemId", globalId("subsystem", subsystem),
                            "tagId", "P-200",
                            "application", "Pump")),
                    "createEquipment"));
    assertThat(together(both)).containsExactlyInAnyOrder("done", "IN_THE_WAY");
    assertThat(activeUnderInactive()).isZero();
  }

  private static String codeOf(GraphQlTester.Request<?> request, String mutation) {
    List<String> codes =
        request.execute().path(mutation + ".errors[*].code").entityList(String.class).get();
    return codes.isEmpty() ? "done" : codes.getFirst();
  }

  private static List<String> together(List<Callable<String>> calls) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private int activeUnderInactive() {
    return database
        .sql(
            "select count(*) from plant.equipments equipment"
                + " join plant.subsystems subsystem on subsystem.id = equipment.subsystem_id"
                + " where equipment.is_active and not subsystem.is_active"
                + " and subsystem.project_id = ?")
        .param(plant.projectId())
        .query(Integer.class)
        .single();
  }
}
