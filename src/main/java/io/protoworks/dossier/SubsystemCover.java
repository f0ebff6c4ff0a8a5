package io.protoworks.dossier;

import io.protoworks.completion.Gate;
import io.protoworks.completion.GateBlocker;
import io.protoworks.completion.GateService;
import io.protoworks.completion.GateWaiver;
import io.protoworks.completion.GateWaiverService;
import io.protoworks.completion.Progress;
import io.protoworks.completion.ProgressService;
import io.protoworks.completion.StageProgress;
import io.protoworks.dossier.PaperFonts.Style;
import io.protoworks.dossier.PaperTable.Column;
import io.protoworks.plant.Equipment;
import io.protoworks.plant.EquipmentService;
import io.protoworks.platform.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Writes how far a subsystem is: its counts, gates and exemptions. */
@Service
class SubsystemCover {
  private static final int BATCH = 200;

  private final ProgressService progress;
  private final GateService gates;
  private final GateWaiverService waivers;
  private final EquipmentService equipments;
  private final NameReader names;

  SubsystemCover(
      ProgressService progress,
      GateService gates,
      GateWaiverService waivers,
      EquipmentService equipments,
      NameReader names) {
    this.progress = progress;
    this.gates = gates;
    this.waivers = waivers;
    this.equipments = equipments;
    this.names = names;
  }

  void writeProgress(Paper paper, Viewer viewer, Place place) {
    UUID id = place.subsystem().id();
    Progress counted = Objects.requireNonNull(progress.ofSubsystems(viewer, List.of(id)).get(id));
    new Facts(paper)
        .add("Completion", counted.completion().name())
        .add("Finalized", "%d of %d protocols".formatted(counted.finalized(), counted.protocols()))
        .add("Equipments", Integer.toString(counted.equipments()))
        .add("No protocol", "%d of the equipments".formatted(counted.equipmentsWithoutProtocol()))
        .add("Pendencies", pendencies(counted))
        .close();
    paper.heading("Stages");
    PaperTable table =
        paper.table(
            new Column("Stage", 10),
            new Column("Completion", 15),
            new Column("Protocols", 13),
            new Column("Finalized", 13),
            new Column("Cancelled", 13),
            new Column("Equipments covered", 18),
            new Column("PA", 6),
            new Column("PB", 6),
            new Column("PC", 6));
    counted.stages().forEach(stage -> write(table, stage));
    table.close();
  }

  private static String pendencies(Progress counted) {
    return "PA %d, PB %d, PC %d".formatted(counted.openPa(), counted.openPb(), counted.openPc());
  }

  private static void write(PaperTable table, StageProgress stage) {
    table
        .add(stage.stage().name(), Style.STRONG)
        .add(stage.completion().name())
        .add(Integer.toString(stage.protocols()))
        .add(Integer.toString(stage.finalized()))
        .add(Integer.toString(stage.cancelled()))
        .add(Integer.toString(stage.covered()))
        .add(Integer.toString(stage.openPa()))
        .add(Integer.toString(stage.openPb()))
        .add(Integer.toString(stage.openPc()))
        .end();
  }

  void writeGates(Paper paper, Viewer viewer, UUID subsystemId) {
    List<Gate> all = gates.listBySubsystemIds(viewer, List.of(subsystemId));
    Map<UUID, List<GateBlocker>> blockers =
        gates.blockersByIds(viewer, all.stream().map(Gate::id).toList());
    paper.heading("Gates");
    PaperTable table =
        paper.table(
            new Column("Gate", 9),
            new Column("After", 8),
            new Column("State", 10),
            new Column("Since", 23),
            new Column("What keeps it closed", 50));
    for (Gate gate : all) {
      table
          .add(gate.type().name(), Style.STRONG)
          .add(gate.stage().name())
          .add(gate.isOpen() ? "open" : "closed", gate.isOpen() ? Style.STRONG : Style.TEXT)
          .add(PaperText.moment(gate.changedAt()))
          .add(messages(blockers.getOrDefault(gate.id(), List.of())))
          .end();
    }
    table.close();
  }

  static String messages(List<GateBlocker> blockers) {
    return blockers.isEmpty()
        ? PaperText.NONE
        : blockers.stream().map(GateBlocker::message).collect(Collectors.joining("\n"));
  }

  void writeWaivers(Paper paper, Viewer viewer, UUID subsystemId) {
    paper.heading("Exemptions");
    PaperTable table =
        paper.table(
            new Column("Equipment", 20),
            new Column("Stage", 7),
            new Column("Reason", 35),
            new Column("Signed by", 20),
            new Column("Signed at", 18));
    for (List<GateWaiver> batch :
        Batches.<GateWaiver>of(
            BATCH, (after, rows) -> waivers.listHolding(viewer, subsystemId, after, rows))) {
      write(table, batch);
    }
    if (table.rows() == 0) {
      paper.text("There are none.", Style.TEXT);
    }
    table.close();
  }

  private void write(PaperTable table, List<GateWaiver> batch) {
    Map<UUID, Equipment> byId =
        equipments.listByIds(batch.stream().map(GateWaiver::equipmentId).toList()).stream()
            .collect(Collectors.toMap(Equipment::id, Function.identity()));
    Names called =
        names.read(
            batch.stream().map(GateWaiver::signedBy).collect(Collectors.toSet()),
            batch.stream().map(GateWaiver::companyId).collect(Collectors.toSet()));
    for (GateWaiver waiver : batch) {
      table
          .add(Objects.requireNonNull(byId.get(waiver.equipmentId())).tagId(), Style.STRONG)
          .add(waiver.stage().name())
          .add(waiver.reason(), waiver.isIntact() ? "" : "not what was signed")
          .add(called.user(waiver.signedBy()), called.company(waiver.companyId()))
          .add(PaperText.moment(waiver.signedAt()))
          .end();
    }
  }
}
