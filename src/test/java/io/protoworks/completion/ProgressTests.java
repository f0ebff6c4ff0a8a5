package io.protoworks.completion;

import static io.protoworks.plant.Plants.globalId;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Plants;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Statements;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Progress at every level: sums of what is counted below it, and the worst of it. */
@ServerTest
class ProgressTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Plants plants;
  @Autowired Commissioning commissioning;
  @Autowired Statements statements;
  @Autowired JdbcClient database;

  private People.SignedIn technician;
  private Plants.Plant plant;

  @BeforeEach
  void makePlant() {
    technician = people.user(draft -> draft.withRole(UserRole.TECHNICIAN));
    plant = plants.plantOf(technician.companyId());
  }

  private static final String LEVELS =
      """
      query($id: ID!) {
        node(id: $id) {
          ... on Project {
            progress { ...counts }
            areas { progress { ...counts } systems { progress { ...counts }
              subsystems { progress { ...counts } } } }
          }
        }
      }
      fragment counts on Progress {
        completion protocols finalized share equipments equipmentsWithoutProtocol openPa openPb openPc
        stages { stage completion protocols finalized inProgress cancelled covered openPa openPb openPc }
      }
      """;

  private Level look(People.SignedIn viewer) {
    return api.as(viewer.token())
        .document(LEVELS)
        .variable("id", globalId("project", plant.projectId()))
        .execute()
        .path("node")
        .entity(Level.class)
        .get();
  }

  record Stage(
      ProtocolType stage,
      Completion completion,
      int protocols,
      int finalized,
      int inProgress,
      int cancelled,
      int covered,
      int openPa,
      int openPb,
      int openPc) {
    List<Integer> counts() {
      return List.of(protocols, finalized, inProgress, cancelled, covered, openPa, openPb, openPc);
    }
  }

  record Whole(
      Completion completion,
      int protocols,
      int finalized,
      double share,
      int equipments,
      int equipmentsWithoutProtocol,
      int openPa,
      int openPb,
      int openPc,
      List<Stage> stages) {
    List<Integer> counts() {
      return List.of(
          protocols, finalized, equipments, equipmentsWithoutProtocol, openPa, openPb, openPc);
    }
  }

  /** A level as it comes; the lists of the other levels are null. */
  @SuppressWarnings("NullAway")
  record Level(Whole progress, List<Level> areas, List<Level> systems, List<Level> subsystems) {
    List<Level> below() {
      if (areas != null) {
        return areas;
      }
      if (systems != null) {
        return systems;
      }
      return subsystems == null ? List.of() : subsystems;
    }
  }

  private void count(UUID subsystemId, int equipments, int withoutProtocol) {
    database
        .sql(
            "update completion.subsystem_progress set equipments = ?, without_protocol = ?"
                + " where subsystem_id = ?")
        .params(equipments, withoutProtocol, subsystemId)
        .update();
  }

  /** Every stage of the subsystem is done. */
  private void finish(UUID subsystemId) {
    count(subsystemId, 2, 0);
    for (ProtocolType stage : ProtocolType.values()) {
      commissioning.count(subsystemId, stage, "covered", 2);
      commissioning.count(subsystemId, stage, "finalized", 3);
    }
  }

  @Test
  void beginsWithEverythingOutstanding() {
    Whole progress = look(technician).progress();
    assertThat(progress.completion()).isEqualTo(Completion.OS);
    assertThat(progress.counts()).containsExactly(0, 0, 1, 1, 0, 0, 0);
    assertThat(progress.stages())
        .extracting(Stage::stage, Stage::completion)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ProtocolType.C1, Completion.OS),
            org.assertj.core.groups.Tuple.tuple(ProtocolType.C2, Completion.OS),
            org.assertj.core.groups.Tuple.tuple(ProtocolType.C3, Completion.OS),
            org.assertj.core.groups.Tuple.tuple(ProtocolType.C4, Completion.OS));
  }

  @Test
  void isDoneWhenEverythingBelowIs() {
    finish(plant.subsystemId());
    commissioning.count(plant.subsystemId(), ProtocolType.C2, "in_progress", 1);
    commissioning.count(plant.subsystemId(), ProtocolType.C2, "cancelled", 5);
    Whole underWay = look(technician).progress();
    assertThat(underWay.completion()).isEqualTo(Completion.OS);
    assertThat(underWay.share()).isEqualTo(12.0 / 13);
    assertThat(underWay.stages())
        .extracting(Stage::completion)
        .containsExactly(Completion.OK, Completion.OS, Completion.OK, Completion.OK);
    commissioning.count(plant.subsystemId(), ProtocolType.C2, "in_progress", 0);
    assertThat(look(technician).progress().completion()).isEqualTo(Completion.OK);
    commissioning.count(plant.subsystemId(), ProtocolType.C3, "open_pc", 2);
    assertThat(look(technician).progress().completion()).isEqualTo(Completion.PC);
  }

  /** What is in use and has nothing in it is outstanding; what is out of use counts for nothing. */
  @Test
  void whatIsEmptyIsOutstandingUntilItIsTakenOutOfUse() {
    finish(plant.subsystemId());
    for (Map.Entry<String, UUID> empty :
        List.of(
            Map.entry("subsystems", plants.subsystem(plant.systemId(), "SS2")),
            Map.entry("systems", plants.system(plant.areaId(), "S2")),
            Map.entry("areas", plants.area(plant.projectId(), "A2")))) {
      assertThat(look(technician).progress().completion()).isEqualTo(Completion.OS);
      commissioning.count(plant.subsystemId(), ProtocolType.C1, "open_pa", 0);
      plants.deactivate(empty.getKey(), empty.getValue());
    }
    assertThat(look(technician).progress().completion()).isEqualTo(Completion.OK);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyLevelIsTheSumAndTheWorstOfTheNext(long seed) {
    Random random = new Random(seed);
    finish(plant.subsystemId());
    for (int area = 2; area < 4; area++) {
      UUID areaId = plants.area(plant.projectId(), "A" + area);
      for (int system = random.nextInt(4); system > 0; system--) {
        UUID systemId = plants.system(areaId, "S" + system);
        for (int subsystem = random.nextInt(4); subsystem > 0; subsystem--) {
          fill(plants.subsystem(systemId, "SS" + subsystem), random);
        }
      }
    }
    assertSumsUp(look(technician));
  }

  private void fill(UUID subsystem, Random random) {
    if (random.nextInt(6) == 0) {
      return;
    }
    finish(subsystem);
    if (random.nextInt(4) == 0) {
      count(subsystem, 2, 1);
    }
    for (ProtocolType stage : ProtocolType.values()) {
      for (String column :
          List.of("in_progress", "cancelled", "open_pa", "open_pb", "open_pc", "covered")) {
        if (random.nextInt(9) == 0) {
          commissioning.count(subsystem, stage, column, 1);
        }
      }
    }
  }

  private static void assertSumsUp(Level level) {
    List<Level> below = level.below();
    if (level.areas() == null && level.systems() == null && level.subsystems() == null) {
      return;
    }
    Whole whole = level.progress();
    assertThat(whole.counts())
        .isEqualTo(sum(below.stream().map(l -> l.progress().counts()).toList(), 7));
    assertThat(whole.completion())
        .isEqualTo(worst(below.stream().map(l -> l.progress().completion()).toList()));
    for (int index = 0; index < whole.stages().size(); index++) {
      int at = index;
      List<Stage> stages = below.stream().map(l -> l.progress().stages().get(at)).toList();
      assertThat(whole.stages().get(at).counts())
          .isEqualTo(sum(stages.stream().map(Stage::counts).toList(), 8));
      assertThat(whole.stages().get(at).completion())
          .isEqualTo(worst(stages.stream().map(Stage::completion).toList()));
    }
    below.forEach(ProgressTests::assertSumsUp);
  }

  private static Completion worst(List<Completion> parts) {
    return parts.isEmpty()
        ? Completion.OS
        : parts.stream().reduce(Completion.OK, Completion::worst);
  }

  private static List<Integer> sum(List<List<Integer>> rows, int width) {
    return java.util.stream.IntStream.range(0, width)
        .mapToObj(column -> rows.stream().mapToInt(row -> row.get(column)).sum())
        .toList();
  }

  @Test
  void aSupplierSeesNothingOfIt() {
    finish(plant.subsystemId());
    People.SignedIn supplier =
        people.user(draft -> draft.withRole(UserRole.SUPPLIER).withCompany(technician.companyId()));
    Level seen = look(supplier);
    assertThat(seen.areas()).isEmpty();
    assertThat(seen.progress().counts()).containsOnly(0);
    assertThat(seen.progress().completion()).isEqualTo(Completion.OS);
    assertThat(seen.progress().stages())
        .hasSize(4)
        .allSatisfy(stage -> assertThat(stage.counts()).containsOnly(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100})
  void asksTheDatabaseOncePerLevel(int subsystems) {
    database
        .sql(
            "insert into plant.subsystems (system_id, project_id, code, name, created_by, updated_by)"
                + " select id, project_id, 'X' || number, 'Subsystem', created_by, created_by"
                + " from plant.systems, generate_series(1, ?) number where id = ?")
        .params(subsystems, plant.systemId())
        .update();
    List<String> executed =
        statements.during(
            () ->
                assertThat(look(technician).areas().getFirst().systems().getFirst().subsystems())
                    .hasSize(subsystems + 1));
    assertThat(executed)
        .filteredOn(statement -> !statement.startsWith("ViewerMapper"))
        .containsExactlyInAnyOrder(
            "ProjectMapper.listVisibleByIds",
            "AreaMapper.listByProjectIds",
            "SystemMapper.listByAreaIds",
            "SubsystemMapper.listBySystemIds",
            "ProgressMapper.listByProjectIds",
            "ProgressMapper.listByAreaIds",
            "ProgressMapper.listBySystemIds",
            "ProgressMapper.listBySubsystemIds");
  }
}
