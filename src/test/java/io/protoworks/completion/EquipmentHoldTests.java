package io.protoworks.completion;

import static io.protoworks.plant.Plants.globalId;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Equipment;
import io.protoworks.plant.EquipmentEntry;
import io.protoworks.plant.Mutations;
import io.protoworks.plant.PlantRegister;
import io.protoworks.plant.Plants;
import io.protoworks.plant.Registered;
import io.protoworks.plant.Registered.Outcome;
import io.protoworks.platform.Client;
import io.protoworks.platform.Viewer;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Statements;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was checked or waived in a subsystem stays there. */
@ServerTest
class EquipmentHoldTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Plants plants;
  @Autowired Commissioning commissioning;
  @Autowired PlantRegister register;
  @Autowired Statements statements;
  @Autowired JdbcClient database;

  private People.SignedIn manager;
  private Viewer viewer;
  private Plants.Plant plant;
  private UUID elsewhere;

  @BeforeEach
  void makePlant() {
    manager = people.user(draft -> draft.withRole(UserRole.MANAGER));
    viewer = new Viewer(manager.id(), UUID.randomUUID(), Set.of(), Client.SELF);
    plant = plants.plantOf(manager.companyId());
    elsewhere = plants.subsystem(plant.systemId(), "SS2");
    commissioning.waive(plant.equipmentId(), ProtocolType.C1);
  }

  private GraphQlTester.Request<?> change(UUID subsystem, String application) {
    return Mutations.ask(
        api.as(manager.token()),
        "changeEquipment",
        "equipment { version }",
        Map.of(
            "id",
            globalId("equipment", plant.equipmentId()),
            "expectedVersion",
            1,
            "subsystemId",
            globalId("subsystem", subsystem),
            "tagId",
            "P-101",
            "application",
            application));
  }

  @Test
  void itDoesNotMove() {
    GraphQlTester.Request<?> move = change(elsewhere, "Pump");
    assertRefused(move, "changeEquipment", "IN_THE_WAY");
    move.execute()
        .path("changeEquipment.errors[0].message")
        .entity(String.class)
        .isEqualTo("The equipment has protocols or waivers, so it stays in its subsystem.");
    assertThat(place("P-101")).isEqualTo(plant.subsystemId());
    change(plant.subsystemId(), "Pump")
        .execute()
        .path("changeEquipment.equipment.version")
        .entity(Integer.class)
        .isEqualTo(2);
  }

  private UUID place(String tag) {
    return database
        .sql("select subsystem_id from plant.equipments where project_id = ? and tag_id = ?")
        .params(plant.projectId(), tag)
        .query(UUID.class)
        .single();
  }

  @Test
  void aRegisterMovesOnlyWhatMayMove() {
    plants.equipment(plant.subsystemId(), "P-102");
    List<EquipmentEntry> entries =
        List.of(entry(elsewhere, "P-101"), entry(elsewhere, "P-102"), entry(elsewhere, "P-103"));
    List<Outcome> expected = List.of(Outcome.BOUND_TO_SUBSYSTEM, Outcome.CHANGED, Outcome.CREATED);
    assertThat(outcomes(register.previewEquipments(viewer, plant.projectId(), entries)))
        .isEqualTo(expected);
    assertThat(outcomes(register.upsertEquipments(viewer, plant.projectId(), entries)))
        .isEqualTo(expected);
    assertThat(place("P-101")).isEqualTo(plant.subsystemId());
    assertThat(place("P-102")).isEqualTo(elsewhere);
  }

  private static EquipmentEntry entry(UUID subsystem, String tag) {
    return new EquipmentEntry(subsystem, tag, "Pump", null, null);
  }

  private static List<Outcome> outcomes(List<Registered<Equipment>> registered) {
    return registered.stream().map(Registered::outcome).toList();
  }

  /** Locked and judged once for the batch, however many rows it has. */
  @Test
  void aBatchOfARegisterCostsTheSameWhateverItsSize() {
    writing(1); // begins the project's chain
    List<String> two = writing(2);
    assertThat(two)
        .containsSubsequence(
            "GateMapper.lockSubsystems", "EquipmentMapper.insertAll", "GateMapper.judgeAll")
        .doesNotContain("GateMapper.listBoundEquipmentIds");
    assertThat(writing(1000)).isEqualTo(two);
  }

  private List<String> writing(int count) {
    String prefix = "T-" + UUID.randomUUID().toString().substring(0, 8) + "-";
    List<EquipmentEntry> entries =
        IntStream.range(0, count)
            .mapToObj(
                number -> entry(number % 2 == 0 ? elsewhere : plant.subsystemId(), prefix + number))
            .toList();
    return statements.during(
        () ->
            assertThat(outcomes(register.upsertEquipments(viewer, plant.projectId(), entries)))
                .containsOnly(Outcome.CREATED));
  }
}
