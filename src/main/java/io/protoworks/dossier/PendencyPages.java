package io.protoworks.dossier;

import io.protoworks.dossier.PaperFonts.Style;
import io.protoworks.dossier.PaperTable.Column;
import io.protoworks.pendency.Pendency;
import io.protoworks.pendency.PendencyService;
import io.protoworks.platform.Viewer;
import io.protoworks.template.PendencyType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Lists open pendencies, of any number: they are read as they are printed. */
final class PendencyPages {
  private static final int BATCH = 200;

  private final Paper paper;
  private final PendencyService pendencies;
  private final NameReader names;
  private final Viewer viewer;

  PendencyPages(Paper paper, PendencyService pendencies, NameReader names, Viewer viewer) {
    this.paper = paper;
    this.pendencies = pendencies;
    this.names = names;
    this.viewer = viewer;
  }

  void writeOfProtocol(ProtocolSheet sheet) {
    if (sheet.pendencies().isEmpty()) {
      return;
    }
    paper.heading("Open pendencies");
    PaperTable table = table();
    List<Pendency> batch = sheet.pendencies();
    Names called = sheet.names();
    int asked = SheetReader.PENDENCIES;
    while (!batch.isEmpty()) {
      for (Pendency pendency : batch) {
        write(table, pendency, called);
      }
      if (batch.size() < asked) {
        break;
      }
      batch = pendencies.listOpenOfProtocol(viewer, sheet.protocol().id(), batch.getLast(), BATCH);
      called = names.read(Set.of(), companies(batch));
      asked = BATCH;
    }
    table.close();
  }

  /** All of a subsystem, the worst type first. */
  void writeOfSubsystem(UUID subsystemId) {
    paper.heading("Open pendencies");
    PaperTable table = table();
    for (PendencyType type : PendencyType.values()) {
      for (List<Pendency> batch :
          Batches.<Pendency>of(
              BATCH,
              (after, rows) ->
                  pendencies.listOpenInSubsystem(viewer, subsystemId, type, after, rows))) {
        Names called = names.read(Set.of(), companies(batch));
        for (Pendency pendency : batch) {
          write(table, pendency, called);
        }
      }
    }
    if (table.rows() == 0) {
      paper.text("There are none.", Style.TEXT);
    }
    table.close();
  }

  private PaperTable table() {
    return paper.table(
        new Column("Number", 8),
        new Column("Type", 6),
        new Column("Stage", 7),
        new Column("What is wrong", 43),
        new Column("To be cleared by", 24),
        new Column("Due", 12));
  }

  private static void write(PaperTable table, Pendency pendency, Names called) {
    table
        .add(Integer.toString(pendency.number()), Style.STRONG)
        .add(pendency.type().name())
        .add(pendency.stage().name())
        .add(pendency.description(), pendency.isCleared() ? "cleared, and to be verified" : "")
        .add(called.company(pendency.clearingCompanyId()))
        .add(PaperText.day(pendency.dueOn()))
        .end();
  }

  private static Set<UUID> companies(List<Pendency> batch) {
    return batch.stream().map(Pendency::clearingCompanyId).collect(Collectors.toSet());
  }
}
