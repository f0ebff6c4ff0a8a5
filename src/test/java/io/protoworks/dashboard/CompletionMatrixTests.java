package io.protoworks.dashboard;

import static io.protoworks.plant.Plants.globalId;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.completion.Completion;
import io.protoworks.completion.GateType;
import io.protoworks.dashboard.Dashboards.Scene;
import io.protoworks.identity.CompanyType;
import io.protoworks.plant.Plants;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.ServerTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The completion matrix of a project under way: every subsystem at every stage. */
@ServerTest
class CompletionMatrixTests {
  private static final String FIELDS =
      """
      {
        subsystem { code progress { completion share stages { completion } } }
        completion equipments
        cells {
          stage completion covered protocols finalized share openPa openPb openPc
          gate { id type isOpen stage }
        }
      }
      """;

  private static final String RECOUNT =
      """
      select concat_ws(' ', subsystem.code, stage,
               (select count(*)
                  from plant.equipments equipment
                 where equipment.subsystem_id = subsystem.id and equipment.is_active),
               (select count(*)
                  from plant.equipments equipment
                 where equipment.subsystem_id = subsystem.id
                   and equipment.is_active
                   and (exists (
                          select
                            from protocol.protocol_equipment_companies assignment
                            join protocol.protocols protocol on protocol.id = assignment.protocol_id
                           where assignment.equipment_id = equipment.id
                             and assignment.is_active
                             and protocol.stage = stages.stage
                             and protocol.is_active
                             and protocol.status <> 'CANCELLED')
                     or exists (
                          select
                            from completion.gate_waivers waiver
                           where waiver.equipment_id = equipment.id
                             and waiver.stage = stages.stage
                             and waiver.revoked_at is null))),
               (select count(*)
                  from protocol.protocols protocol
                 where protocol.subsystem_id = subsystem.id
                   and protocol.stage = stages.stage
                   and protocol.is_active
                   and protocol.status <> 'CANCELLED'),
               (select count(*)
                  from protocol.protocols protocol
                 where protocol.subsystem_id = subsystem.id
                   and protocol.stage = stages.stage
                   and protocol.is_active
                   and protocol.status = 'FINALIZED'),
               (select concat_ws(' ', count(*) filter (where type = 'PA'), count(*) filter (where type = 'PB'),
                         count(*) filter (where type = 'PC'))
                  from pendency.pendencies pendency
                 where pendency.subsystem_id = subsystem.id
                   and pendency.stage = stages.stage
                   and pendency.status = 'OPEN'))
        from plant.areas area
        join plant.systems system on system.area_id = area.id
        join plant.subsystems subsystem on subsystem.system_id = system.id
       cross join unnest(enum_range(null::template.protocol_type)) as stages (stage)
       where area.project_id = :project and subsystem.is_active
       order by area.code, system.code, subsystem.code, stages.stage
      """;

  @Autowired Dashboards dashboards;
  @Autowired Plants plants;

  private Scene scene;

  @BeforeEach
  void makeScene() {
    scene = dashboards.scene();
  }

  record GateOf(String id, GateType type, boolean isOpen, ProtocolType stage) {}

  record Cell(
      ProtocolType stage,
      Completion completion,
      int covered,
      int protocols,
      int finalized,
      double share,
      int openPa,
      int openPb,
      int openPc,
      GateOf gate) {
    String counts() {
      return "%s %s %s %s %s %s %s"
          .formatted(stage, covered, protocols, finalized, openPa, openPb, openPc);
    }
  }

  record StageOf(Completion completion) {}

  record ProgressOf(Completion completion, double share, List<StageOf> stages) {}

  record SubsystemOf(String code, ProgressOf progress) {}

  record Row(SubsystemOf subsystem, Completion completion, int equipments, List<Cell> cells) {
    List<String> lines() {
      return cells.stream()
          .map(
              cell ->
                  "%s %s"
                      .formatted(
                          subsystem.code(),
                          cell.counts()
                              .replaceFirst("^C. ", "%s %s ".formatted(cell.stage(), equipments))))
          .toList();
    }
  }

  private List<Row> look(String arguments) {
    return dashboards
        .ask(scene.manager(), scene.projectId(), "completionMatrix" + arguments + FIELDS)
        .path("node.completionMatrix")
        .entityList(Row.class)
        .get();
  }

  private List<String> codes(String arguments) {
    return look(arguments).stream().map(row -> row.subsystem().code()).toList();
  }

  @Test
  void showsEachSubsystemAtEachStage() {
    dashboards.raise(scene, "PB", scene.company(CompanyType.MONTADORA), LocalDate.of(2026, 1, 5));
    List<Row> rows = look("");
    assertThat(rows).extracting(row -> row.subsystem().code()).containsExactly("SS9", "SS1");
    assertThat(rows).extracting(Row::equipments).containsExactly(1, 2);
    assertThat(rows).extracting(Row::completion).containsOnly(Completion.OS);
    assertThat(rows.getFirst().cells())
        .extracting(Cell::counts)
        .containsExactly("C1 1 1 0 0 0 0", "C2 0 0 0 0 0 0", "C3 0 0 0 0 0 0", "C4 0 0 0 0 0 0");
    assertThat(rows.getLast().cells())
        .extracting(Cell::counts)
        .containsExactly("C1 2 2 1 0 1 0", "C2 2 1 0 0 0 0", "C3 0 0 0 0 0 0", "C4 0 0 0 0 0 0");
    assertThat(rows.getLast().cells()).extracting(Cell::share).containsExactly(0.5, 0.0, 0.0, 0.0);
    assertThat(rows.stream().flatMap(row -> row.lines().stream()).toList())
        .isEqualTo(dashboards.lines(RECOUNT, scene.projectId()));
  }

  @Test
  void judgesAsProgressDoes() {
    dashboards.finish(scene);
    UUID montadora = scene.company(CompanyType.MONTADORA);
    dashboards.raise(scene, "PC", montadora, LocalDate.of(2026, 1, 5));
    List<Row> rows = look("");
    assertThat(rows.getLast().cells())
        .extracting(Cell::completion)
        .containsExactly(Completion.PC, Completion.OS, Completion.OS, Completion.OS);
    assertThat(rows)
        .allSatisfy(
            row -> {
              ProgressOf progress = row.subsystem().progress();
              assertThat(row.completion()).isEqualTo(progress.completion());
              assertThat(row.cells())
                  .extracting(Cell::completion)
                  .isEqualTo(progress.stages().stream().map(StageOf::completion).toList());
            });
  }

  @Test
  void showsTheGateAfterEachStage() {
    dashboards.finish(scene);
    List<Row> rows = look("");
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.cells())
                  .extracting(cell -> cell.gate().type())
                  .containsExactly(GateType.G12, GateType.G23, GateType.G34, GateType.G4H);
              assertThat(row.cells())
                  .allSatisfy(cell -> assertThat(cell.gate().stage()).isEqualTo(cell.stage()));
            });
    assertThat(rows.getFirst().cells()).noneMatch(cell -> cell.gate().isOpen());
    assertThat(rows.getLast().cells())
        .extracting(cell -> cell.gate().isOpen())
        .containsExactly(true, false, false, false);
  }

  @Test
  void isNarrowed() {
    UUID area = plants.area(scene.projectId(), "A2");
    UUID system = plants.system(area, "S1");
    plants.subsystem(system, "SS2");
    plants.subsystem(plants.system(area, "S0"), "SS3");
    assertThat(codes("")).containsExactly("SS9", "SS1", "SS3", "SS2");
    assertThat(codes("(areaId: \"%s\")".formatted(globalId("area", area))))
        .containsExactly("SS3", "SS2");
    assertThat(codes("(systemId: \"%s\")".formatted(globalId("system", system))))
        .containsExactly("SS2");
    assertThat(
            codes(
                "(areaId: \"%s\", systemId: \"%s\")"
                    .formatted(
                        globalId("area", area),
                        globalId("system", scene.cast().site().systemId()))))
        .isEmpty();
  }

  @Test
  void leavesOutWhatIsOutOfUse() {
    UUID unused = plants.subsystem(scene.cast().site().systemId(), "SS0");
    assertThat(codes("")).containsExactly("SS9", "SS0", "SS1");
    plants.deactivate("subsystems", unused);
    assertThat(codes("")).containsExactly("SS9", "SS1");
  }
}
