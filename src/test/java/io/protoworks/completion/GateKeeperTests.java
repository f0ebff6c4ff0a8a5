package io.protoworks.completion;

import static io.protoworks.plant.Plants.globalId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.EquipmentEntry;
import io.protoworks.plant.Mutations;
import io.protoworks.plant.PlantRegister;
import io.protoworks.plant.Plants;
import io.protoworks.platform.Client;
import io.protoworks.platform.Viewer;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Api;
import io.protoworks.testing.Refusals;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Gates open and close with what they depend on, in the same transaction. */
@ServerTest
class GateKeeperTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Plants plants;
  @Autowired Commissioning commissioning;
  @Autowired GateWatch watch;
  @Autowired PlantRegister register;
  @Autowired SubsystemLocks locks;
  @Autowired Gates gates;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;
  @Autowired Waiting waiting;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private People.SignedIn manager;
  private Plants.Plant plant;

  /** The one equipment is exempt from C1, so that the gate after it opens when it is judged. */
  @BeforeEach
  void makePlant() {
    manager = people.user(draft -> draft.withRole(UserRole.MANAGER));
    plant = plants.plantOf(manager.companyId());
    commissioning.waive(plant.equipmentId(), ProtocolType.C1);
  }

  private void equipment(String verb, Map<String, Object> input) {
    Mutations.ask(api.as(manager.token()), verb + "Equipment", "equipment { id }", input)
        .execute()
        .path(verb + "Equipment.errors")
        .entityList(Object.class)
        .hasSize(0);
  }

  private void add(String tag) {
    equipment(
        "create",
        Map.of(
            "subsystemId",
            globalId("subsystem", plant.subsystemId()),
            "tagId",
            tag,
            "application",
            "Pump"));
  }

  private void toggle(String verb, UUID id, int version) {
    equipment(verb, Map.of("id", globalId("equipment", id), "expectedVersion", version));
  }

  private void change(UUID id, int version, UUID subsystem, String tag) {
    Map<String, Object> input = new HashMap<>();
    input.put("id", globalId("equipment", id));
    input.put("expectedVersion", version);
    input.put("subsystemId", globalId("subsystem", subsystem));
    input.put("tagId", tag);
    input.put("application", "Pump");
    equipment("change", input);
  }

  private boolean isOpen() {
    return gates.isOpen(plant.subsystemId(), ProtocolType.C2);
  }

  /** What the audit says of the gate after C1, the oldest first. */
  private List<@Nullable String> trail() {
    return database
        .sql(
            """
            select entry.event_type || ' by ' || actor.name || ' ' || (entry.new_data ->> 'isOpen')
              from audit.audit_logs entry
              join identity.users actor on actor.id = entry.user_id
             where entry.entity_type = 'Gate' and entry.entity_id = ? and entry.scope_id = ?
             order by entry.sequence
            """)
        .params(commissioning.gate(plant.subsystemId(), GateType.G12), plant.projectId())
        .query(String.class)
        .list();
  }

  @Test
  void opensAndClosesAsEquipmentsComeAndGo() {
    assertThat(isOpen()).isFalse();
    change(plant.equipmentId(), 1, plant.subsystemId(), "P-101");
    assertThat(isOpen()).isTrue();
    add("P-102");
    assertThat(isOpen()).isFalse();
    UUID second = equipmentId("P-102");
    toggle("deactivate", second, 1);
    assertThat(isOpen()).isTrue();
    toggle("restore", second, 2);
    assertThat(isOpen()).isFalse();
    change(second, 3, plants.subsystem(plant.systemId(), "SS2"), "P-102");
    assertThat(isOpen()).isTrue();
    assertThat(trail())
        .containsExactly(
            "gate.opened by ProtoWorks true",
            "gate.closed by ProtoWorks false",
            "gate.opened by ProtoWorks true",
            "gate.closed by ProtoWorks false",
            "gate.opened by ProtoWorks true");
    assertThat(commissioning.gates(plant.subsystemId()))
        .containsEntry(GateType.G12, true)
        .containsEntry(GateType.G23, false);
  }

  private UUID equipmentId(String tag) {
    return database
        .sql("select id from plant.equipments where project_id = ? and tag_id = ?")
        .params(plant.projectId(), tag)
        .query(UUID.class)
        .single();
  }

  @Test
  void theLastEquipmentToGoClosesItForNothingIsToBeChecked() {
    change(plant.equipmentId(), 1, plant.subsystemId(), "P-101");
    toggle("deactivate", plant.equipmentId(), 2);
    assertThat(isOpen()).isFalse();
  }

  @Test
  void aRegisterMovesGatesWithEachBatch() {
    Viewer viewer = new Viewer(manager.id(), UUID.randomUUID(), Set.of(), Client.SELF);
    change(plant.equipmentId(), 1, plant.subsystemId(), "P-101");
    for (Boolean active : List.of(true, false, true)) {
      register.upsertEquipments(
          viewer,
          plant.projectId(),
          List.of(new EquipmentEntry(plant.subsystemId(), "P-102", "Pump", null, active)));
      assertThat(isOpen()).isEqualTo(!active);
    }
    UUID elsewhere = plants.subsystem(plant.systemId(), "SS2");
    register.upsertEquipments(
        viewer,
        plant.projectId(),
        List.of(new EquipmentEntry(elsewhere, "P-102", "Pump", null, null)));
    assertThat(isOpen()).isTrue();
    assertThat(trail()).hasSize(5);
  }

  @Test
  void listenersAreToldInTheSameTransaction() {
    change(plant.equipmentId(), 1, plant.subsystemId(), "P-101");
    assertThat(watch.heardOf(plant.subsystemId()))
        .singleElement()
        .satisfies(
            heard -> {
              assertThat(heard.asTheDatabaseSays()).isTrue();
              assertThat(heard.move().isOpening()).isTrue();
              assertThat(heard.move().before().isOpen()).isFalse();
              assertThat(heard.move().after().opens()).isEqualTo(ProtocolType.C2);
            });
  }

  /** What a listener can't follow does not happen at all. */
  @Test
  void aListenerThatFailsTakesTheChangeBack() {
    watch.refuse(plant.subsystemId());
    String before = changedAt();
    Refusals.assertFails(
        Mutations.ask(
            api.as(manager.token()),
            "changeEquipment",
            "equipment { id }",
            Map.of(
                "id",
                globalId("equipment", plant.equipmentId()),
                "expectedVersion",
                1,
                "subsystemId",
                globalId("subsystem", plant.subsystemId()),
                "tagId",
                "P-100",
                "application",
                "Pump")),
        "INTERNAL");
    assertThat(isOpen()).isFalse();
    assertThat(changedAt()).isEqualTo(before);
    assertThat(trail()).isEmpty();
    assertThat(equipments("P-100")).isZero();
  }

  @Test
  void saysSinceWhen() {
    String before = changedAt();
    add("P-102");
    assertThat(changedAt()).isEqualTo(before);
    toggle("deactivate", equipmentId("P-102"), 1);
    assertThat(isOpen()).isTrue();
    assertThat(changedAt()).isGreaterThan(before);
  }

  private String changedAt() {
    return database
        .sql("select changed_at at time zone 'UTC' from completion.gates where id = ?")
        .param(commissioning.gate(plant.subsystemId(), GateType.G12))
        .query(String.class)
        .single();
  }

  @Test
  void aChangeWaitsForWhoeverHoldsTheSubsystem() {
    CompletableFuture<Void> added =
        transaction.execute(
            status -> {
              locks.lock(List.of(plant.subsystemId()));
              CompletableFuture<Void> adding =
                  waiting.start(
                      () -> {
                        add("P-102");
                        return null;
                      });
              assertThat(equipments("P-102")).isZero();
              return adding;
            });
    added.join();
    assertThat(equipments("P-102")).isEqualTo(1);
  }

  /** Whoever changes equipments locks their subsystem first, then the equipment. */
  @Test
  void theSubsystemIsLockedBeforeTheEquipment() {
    CompletableFuture<Void> changed =
        transaction.execute(
            status -> {
              locks.lock(List.of(plant.subsystemId()));
              CompletableFuture<Void> changing =
                  waiting.start(
                      () -> {
                        toggle("deactivate", plant.equipmentId(), 1);
                        return null;
                      });
              database
                  .sql("select id from plant.equipments where id = ? for no key update nowait")
                  .param(plant.equipmentId())
                  .query(UUID.class)
                  .single();
              return changing;
            });
    changed.join();
  }

  @Test
  void severalSubsystemsAreLockedInOneOrder() {
    UUID other = plants.subsystem(plant.systemId(), "SS2");
    List<UUID> forward = List.of(plant.subsystemId(), other);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> lockers = new ArrayList<>();
      for (int turn = 0; turn < 20; turn++) {
        List<UUID> order = turn % 2 == 0 ? forward : forward.reversed();
        lockers.add(
            threads.submit(() -> transaction.executeWithoutResult(status -> locks.lock(order))));
      }
      assertThat(lockers).allSatisfy(locker -> assertThat(locker).succeedsWithin(PATIENCE));
    }
  }

  /** Whichever comes first, the gate is as the rule says when both are done. */
  @RepeatedTest(5)
  void twoAtOnceLeaveTheGateAsItMustBe() {
    UUID second = plants.equipment(plant.subsystemId(), "P-102");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> both =
          List.of(
              threads.submit(() -> toggle("deactivate", second, 1)),
              threads.submit(() -> change(plant.equipmentId(), 1, plant.subsystemId(), "P-100")));
      assertThat(both).allSatisfy(change -> assertThat(change).succeedsWithin(PATIENCE));
    }
    assertThat(isOpen()).isTrue();
    assertThat(trail()).containsExactly("gate.opened by ProtoWorks true");
  }

  private int equipments(String tag) {
    return database
        .sql("select count(*) from plant.equipments where project_id = ? and tag_id = ?")
        .params(plant.projectId(), tag)
        .query(Integer.class)
        .single();
  }

  @Test
  void locksAreForTransactionsOnly() {
    assertThatThrownBy(() -> locks.lock(List.of(plant.subsystemId())))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void nothingGuardsTheFirstStage() {
    assertThat(gates.isOpen(plant.subsystemId(), ProtocolType.C1)).isTrue();
    assertThat(gates.isOpen(UUID.randomUUID(), ProtocolType.C2)).isFalse();
    Gates.OfSubsystems both =
        gates.ofSubsystems(List.of(plant.subsystemId(), plants.subsystem(plant.systemId(), "SS2")));
    assertThat(both.guarding(plant.subsystemId(), ProtocolType.C4))
        .isNotNull()
        .extracting(Gate::type)
        .isEqualTo(GateType.G34);
  }
}
