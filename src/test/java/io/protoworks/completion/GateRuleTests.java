package io.protoworks.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.plant.Plants;
import io.protoworks.platform.Viewer;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.ServerTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rule of the gates: what the database judges is what the rule book says, and what the graph
 * gives as blockers is empty exactly when a gate must be open.
 */
@ServerTest
class GateRuleTests {
  private static final int CASES = 400;

  @Autowired People people;
  @Autowired Plants plants;
  @Autowired Commissioning commissioning;
  @Autowired GateService service;
  @Autowired JdbcClient database;

  /** What there is in a subsystem, as the rule book speaks of it. */
  private static final class Case {
    final UUID subsystemId;
    final List<UUID> equipments = new ArrayList<>();
    final Map<ProtocolType, Set<UUID>> covered = new HashMap<>();
    final Map<ProtocolType, List<String>> protocols = new HashMap<>();
    final Map<ProtocolType, int[]> pendencies = new HashMap<>();

    Case(UUID subsystemId) {
      this.subsystemId = subsystemId;
    }

    boolean isOpen(GateType gate) {
      return !equipments.isEmpty()
          && covered.getOrDefault(gate.stage(), Set.of()).containsAll(equipments)
          && protocols.getOrDefault(gate.stage(), List.of()).stream()
              .allMatch(status -> status.equals("finalized") || status.equals("cancelled"))
          && Arrays.stream(ProtocolType.values())
              .filter(stage -> stage.compareTo(gate.stage()) <= 0)
              .noneMatch(stage -> open(stage)[0] > 0)
          && (gate != GateType.GDEF
              || Arrays.stream(ProtocolType.values())
                  .noneMatch(stage -> Arrays.stream(open(stage)).sum() > 0));
    }

    private int[] open(ProtocolType stage) {
      return pendencies.getOrDefault(stage, new int[3]);
    }
  }

  @Test
  void isJudgedAsTheRuleBookSays() {
    Random random = new Random(20260203);
    Plants.Plant plant = plants.plantOf(people.company(CompanyType.CLIENTE));
    List<Case> cases = new ArrayList<>();
    for (int number = 0; number < CASES; number++) {
      cases.add(make(plants.subsystem(plant.systemId(), "X" + number), random));
    }
    Map<UUID, Map<GateType, Boolean>> judged = judged(plant.systemId());
    Map<UUID, Map<GateType, Boolean>> unblocked =
        unblocked(cases.stream().map(each -> each.subsystemId).toList());
    int open = 0;
    for (Case each : cases) {
      for (GateType gate : GateType.values()) {
        boolean expected = each.isOpen(gate);
        assertThat(judged.get(each.subsystemId)).containsEntry(gate, expected);
        assertThat(unblocked.get(each.subsystemId)).containsEntry(gate, expected);
        open += expected ? 1 : 0;
      }
    }
    assertThat(open).as("gates that are open").isBetween(CASES / 4, CASES * 4);
  }

  private Case make(UUID subsystemId, Random random) {
    Case made = new Case(subsystemId);
    int equipments = random.nextInt(4);
    for (int number = 0; number < equipments; number++) {
      UUID equipment = plants.equipment(subsystemId, "T-" + UUID.randomUUID());
      for (ProtocolType stage : ProtocolType.values()) {
        if (random.nextInt(10) < 8) {
          made.covered.computeIfAbsent(stage, none -> new HashSet<>()).add(equipment);
          cover(equipment, stage, random.nextBoolean());
        }
      }
      if (random.nextInt(5) == 0) {
        plants.deactivate("equipments", equipment);
      } else {
        made.equipments.add(equipment);
      }
    }
    for (ProtocolType stage : ProtocolType.values()) {
      List<String> statuses = new ArrayList<>();
      for (int number = random.nextInt(4); number > 0; number--) {
        statuses.add(status(random));
      }
      made.protocols.put(stage, statuses);
      for (String status : Set.copyOf(statuses)) {
        int count = (int) statuses.stream().filter(status::equals).count();
        commissioning.count(subsystemId, stage, status, count);
      }
      int[] open = new int[3];
      for (int type = 0; type < open.length; type++) {
        open[type] = random.nextInt(8) == 0 ? 1 + random.nextInt(3) : 0;
        commissioning.count(
            subsystemId, stage, List.of("open_pa", "open_pb", "open_pc").get(type), open[type]);
      }
      made.pendencies.put(stage, open);
    }
    return made;
  }

  private static String status(Random random) {
    List<String> others =
        List.of(
            "created",
            "awaiting_gate",
            "released",
            "in_progress",
            "submitted",
            "approved",
            "validated",
            "rejected");
    return switch (random.nextInt(8)) {
      case 0 -> others.get(random.nextInt(others.size()));
      case 1 -> "cancelled";
      default -> "finalized";
    };
  }

  /** By a waiver, or as a protocol would. */
  private void cover(UUID equipment, ProtocolType stage, boolean byWaiver) {
    if (byWaiver) {
      commissioning.waive(equipment, stage);
      return;
    }
    database
        .sql(
            """
            with covered as (
              insert into completion.equipment_stages (equipment_id, stage, subsystem_id, protocols)
              select id, ?::template.protocol_type, subsystem_id, 1 from plant.equipments where id = ?
              returning subsystem_id)
            select subsystem_id from covered
            """)
        .params(stage.name(), equipment)
        .query(UUID.class)
        .list()
        .forEach(commissioning::recount);
  }

  private Map<UUID, Map<GateType, Boolean>> judged(UUID systemId) {
    Map<UUID, Map<GateType, Boolean>> judged = new HashMap<>();
    database
        .sql(
            "select judged.subsystem_id, judged.type, judged.is_open from completion.judged_gates judged"
                + " join plant.subsystems subsystem on subsystem.id = judged.subsystem_id"
                + " where subsystem.system_id = ?")
        .param(systemId)
        .query(
            row -> {
              judged
                  .computeIfAbsent(row.getObject(1, UUID.class), none -> new HashMap<>())
                  .put(GateType.valueOf(row.getString(2)), row.getBoolean(3));
            });
    return judged;
  }

  private Map<UUID, Map<GateType, Boolean>> unblocked(List<UUID> subsystems) {
    Viewer admin =
        new Viewer(
            people.admin().id(), UUID.randomUUID(), Set.of(), Viewer.system(Set.of()).client());
    List<Gate> gates = service.listBySubsystemIds(admin, subsystems);
    Map<UUID, List<GateBlocker>> blockers =
        service.blockersByIds(admin, gates.stream().map(Gate::id).toList());
    Map<UUID, Map<GateType, Boolean>> unblocked = new HashMap<>();
    for (Gate gate : gates) {
      unblocked
          .computeIfAbsent(gate.subsystemId(), none -> new HashMap<>())
          .put(gate.type(), blockers.getOrDefault(gate.id(), List.of()).isEmpty());
    }
    return unblocked;
  }

  /** Java and the database have the same gates after the same stages. */
  @Test
  void gatesStandAfterTheSameStagesInJavaAndTheDatabase() {
    Plants.Plant plant = plants.plantOf(people.company(CompanyType.CLIENTE));
    Map<GateType, ProtocolType> stages = new HashMap<>();
    database
        .sql("select type, stage from completion.gates where subsystem_id = ?")
        .param(plant.subsystemId())
        .query(
            row -> {
              stages.put(
                  GateType.valueOf(row.getString(1)), ProtocolType.valueOf(row.getString(2)));
            });
    assertThat(stages).hasSize(GateType.values().length);
    stages.forEach((gate, stage) -> assertThat(gate.stage()).isEqualTo(stage));
  }
}
