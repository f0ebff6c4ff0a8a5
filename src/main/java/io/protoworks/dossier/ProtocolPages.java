package io.protoworks.dossier;

import io.protoworks.dossier.PaperFonts.Style;
import io.protoworks.dossier.PaperTable.Column;
import io.protoworks.plant.Equipment;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.ItemApprovalStatus;
import io.protoworks.protocol.ItemOutcome;
import io.protoworks.protocol.Protocol;
import io.protoworks.protocol.ProtocolInstrument;
import io.protoworks.protocol.ProtocolItem;
import io.protoworks.protocol.ProtocolStatusHistory;
import io.protoworks.protocol.ProtocolVerification;
import java.util.stream.Collectors;

/** Writes the dossier of a protocol: what was asked, what was found, and who stands for it. */
final class ProtocolPages {
  /** A text that is longer stands below its row, as wide as the page. */
  private static final int LONG = 300;

  private final Paper paper;
  private final PhotoPages photos;
  private final SignaturePages signatures;
  private final PendencyPages pendencies;

  ProtocolPages(Paper paper, PaperImages images, PendencyPages pendencies) {
    this.paper = paper;
    this.photos = new PhotoPages(paper, images);
    this.signatures = new SignaturePages(paper, new SignatureImages(images));
    this.pendencies = pendencies;
  }

  void write(Place place, ProtocolSheet sheet) {
    paper.title(sheet.title(), sheet.link());
    writeFacts(place, sheet);
    writeItems(sheet);
    photos.write(sheet);
    writeInstruments(sheet);
    signatures.write(sheet);
    writeHistory(sheet);
    pendencies.writeOfProtocol(sheet);
    writeVerification(sheet);
  }

  private void writeFacts(Place place, ProtocolSheet sheet) {
    Protocol protocol = sheet.protocol();
    if (!protocol.isActive()) {
      paper.text("This protocol is out of use.", Style.WARNING);
    }
    if (protocol.gateBroken()) {
      paper.text("The gate that guards this stage has closed since the work began.", Style.WARNING);
    }
    Facts facts =
        new Facts(paper)
            .add("Project", place.projectTitle())
            .add("Protocol", Integer.toString(protocol.number()))
            .add("Area", place.areaTitle())
            .add("Template", sheet.templateTitle())
            .add("System", place.systemTitle())
            .add("Stage", protocol.stage().name())
            .add("Subsystem", place.subsystemTitle())
            .add("Status", protocol.status().name())
            .add("Executor", sheet.names().company(protocol.executorCompanyId()))
            .add("Round", Integer.toString(protocol.round()))
            .add("Finalized", PaperText.moment(protocol.finalizedAt()))
            .add("Completion", completion(protocol));
    facts.close();
    if (sheet.template().description() != null) {
      paper.text(sheet.template().description(), Style.TEXT);
    }
    writeEquipments(sheet);
  }

  private static String completion(Protocol protocol) {
    return protocol.completion() == null ? PaperText.NONE : protocol.completion().name();
  }

  private void writeEquipments(ProtocolSheet sheet) {
    PaperTable table = paper.table(new Column("Equipment", 30), new Column("Application", 70));
    for (Equipment equipment : sheet.equipments()) {
      table.add(equipment.tagId(), Style.STRONG).add(equipment.application()).end();
    }
    table.close();
  }

  private void writeItems(ProtocolSheet sheet) {
    paper.heading("Items");
    PaperTable table =
        paper.table(
            new Column("Code", 10),
            new Column("What is asked", 27),
            new Column("What was found", 27),
            new Column("Outcome", 9),
            new Column("Filled by", 14),
            new Column("Approval", 13));
    for (ProtocolSheet.Item row : sheet.items()) {
      writeItem(table, sheet, row);
    }
    table.close();
  }

  private void writeItem(PaperTable table, ProtocolSheet sheet, ProtocolSheet.Item row) {
    ProtocolItem item = row.item();
    String found = ItemValueText.found(sheet, row);
    String more = ItemValueText.more(sheet, row);
    boolean isLong = found.length() + more.length() > LONG;
    table
        .add(row.asked().code(), Style.STRONG)
        .add(row.asked().description(), row.asked().required() ? "" : "optional");
    if (isLong) {
      table.add("See below.");
    } else {
      table.add(found, more);
    }
    table.add(
        item.outcome() == null ? PaperText.NONE : item.outcome().name(),
        item.outcome() == ItemOutcome.FAIL ? Style.WARNING : Style.TEXT);
    if (item.filledAt() == null) {
      table.add(PaperText.NONE);
    } else {
      table.add(sheet.names().user(item.filledBy()), PaperText.moment(item.filledAt()));
    }
    writeApproval(table, sheet, item);
    table.end();
    if (isLong) {
      String below = row.asked().code() + ": " + found + (more.isEmpty() ? "" : "\n" + more);
      table.wide(paper.phrase(below, Style.TEXT));
    }
  }

  private static void writeApproval(PaperTable table, ProtocolSheet sheet, ProtocolItem item) {
    if (item.approvalStatus() == ItemApprovalStatus.PENDING) {
      table.add(PaperText.NONE);
      return;
    }
    String note = item.approvalNote() == null ? "" : "\n" + item.approvalNote();
    table.add(
        item.approvalStatus().name(),
        "%s\n%s%s"
            .formatted(
                sheet.names().user(item.approvedBy()), PaperText.moment(item.approvedAt()), note));
  }

  private void writeInstruments(ProtocolSheet sheet) {
    if (sheet.instruments().isEmpty()) {
      return;
    }
    paper.heading("Instruments");
    PaperTable table =
        paper.table(
            new Column("Instrument", 30),
            new Column("Serial number", 20),
            new Column("Certificate", 22),
            new Column("Calibrated", 14),
            new Column("Due", 14));
    for (ProtocolInstrument instrument : sheet.instruments()) {
      table
          .add(instrument.name(), instrument.isActive() ? "" : "taken out of use")
          .add(instrument.serialNumber())
          .add(PaperText.orNone(instrument.certificateNumber()))
          .add(PaperText.day(instrument.calibratedOn()))
          .add(PaperText.day(instrument.calibrationDueOn()))
          .end();
    }
    table.close();
  }

  private void writeHistory(ProtocolSheet sheet) {
    paper.heading("Status history");
    PaperTable table =
        paper.table(
            new Column("Moment", 21),
            new Column("Step", 29),
            new Column("Round", 7),
            new Column("By", 18),
            new Column("Reason", 25));
    for (ProtocolStatusHistory step : sheet.history()) {
      table
          .add(PaperText.moment(step.timestamp()))
          .add(
              step.previousStatus() == null
                  ? step.newStatus().name()
                  : step.previousStatus() + " → " + step.newStatus())
          .add(Integer.toString(step.round()))
          .add(sheet.names().user(step.userId()))
          .add(PaperText.orNone(step.reason()))
          .end();
    }
    table.close();
  }

  private void writeVerification(ProtocolSheet sheet) {
    paper.heading("Verify");
    Protocol protocol = sheet.protocol();
    boolean isIntact = sheet.verification().isIntact();
    String signed = signed(sheet.verification());
    String id = new TypeId("protocol", protocol.id()).toString();
    PaperTable box = paper.table(new Column("", 100));
    box.wide(paper.phrase("SHA-256 of the content (canonical JSON, RFC 8785)", Style.STRONG));
    box.wide(paper.phrase(sheet.verification().contentHash(), Style.HASH));
    box.wide(paper.phrase(signed, isIntact ? Style.TEXT : Style.WARNING));
    box.wide(
        paper.phrase(
            ("Whether it is still so: ask the system verifyProtocol(id: \"%s\"). Its contentHash"
                    + " must be the one above, and isIntact true. Signed are %s and its items"
                    + " with their values; approvals and pendencies go on living.")
                .formatted(id, subject(sheet)),
            Style.TEXT));
    box.close();
  }

  private static String signed(ProtocolVerification verification) {
    int round = verification.protocol().round();
    if (!verification.missingSignatures().isEmpty()) {
      return "Signatures of round %d are missing (%s): ask who keeps the system."
          .formatted(
              round,
              verification.missingSignatures().stream()
                  .map(Enum::name)
                  .collect(Collectors.joining(", ")));
    }
    if (verification.signatures() == 0) {
      return "No signature of round %d was given yet.".formatted(round);
    }
    return verification.isIntact()
        ? "Every signature of round %d is for exactly this content.".formatted(round)
        : "Signatures of round %d are for other content: ask who keeps the system."
            .formatted(round);
  }

  private static String subject(ProtocolSheet sheet) {
    return "protocol %d, round %d, its equipments (%s)"
        .formatted(
            sheet.protocol().number(),
            sheet.protocol().round(),
            sheet.equipments().stream().map(Equipment::tagId).collect(Collectors.joining(", ")));
  }
}
