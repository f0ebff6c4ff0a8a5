package io.protoworks.dossier;

import io.protoworks.dossier.GateCertificate.CarriedOver;
import io.protoworks.dossier.GateCertificate.Finalized;
import io.protoworks.dossier.GateCertificate.Party;
import io.protoworks.dossier.GateCertificate.Waived;
import io.protoworks.dossier.PaperFonts.Style;
import io.protoworks.dossier.PaperTable.Column;
import io.protoworks.platform.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes a certificate: one page, unless a gate stands on more than a page can hold. */
final class CertificatePages {
  private static final String FACTS = "certificate.json";

  private final Paper paper;

  CertificatePages(Paper paper) {
    this.paper = paper;
  }

  void write(Place place, GateCertificate certificate) throws IOException {
    paper.title(GateTitles.of(certificate.gate()), certificate.gateId().toString());
    new Facts(paper)
        .add("Project", place.projectTitle())
        .add("Stage", certificate.stage().name())
        .add("Area", place.areaTitle())
        .add("Open since", PaperText.moment(certificate.openSince()))
        .add("System", place.systemTitle())
        .add("Equipments", "%d, all covered".formatted(certificate.equipments()))
        .add("Subsystem", place.subsystemTitle())
        .add("Protocols", "%d, all finalized".formatted(certificate.protocols().size()))
        .close();
    writeProtocols(certificate);
    writeWaivers(certificate);
    writeCarriedOver(certificate);
    writeParties(certificate);
    writeHash(certificate.facts());
  }

  private void writeProtocols(GateCertificate certificate) {
    paper.heading("Finalized protocols of " + certificate.stage());
    PaperTable table =
        paper.table(
            new Column("Protocol", 9),
            new Column("Template", 20),
            new Column("Equipments", 21),
            new Column("Finalized by", 21),
            new Column("When, and for which content (SHA-256)", 29));
    for (Finalized protocol : certificate.protocols()) {
      table
          .add(Integer.toString(protocol.number()), Style.STRONG)
          .add("%s, version %d".formatted(protocol.templateCode(), protocol.templateVersion()))
          .add(String.join(", ", protocol.tags()))
          .add(PaperText.orNone(protocol.signedBy()), PaperText.orNone(protocol.company()))
          .add(PaperText.moment(protocol.signedAt()), PaperText.orNone(protocol.contentHash()))
          .end();
    }
    if (table.rows() == 0) {
      table.wide(paper.phrase("None: every equipment is exempt.", Style.TEXT));
    }
    table.close();
  }

  private void writeWaivers(GateCertificate certificate) {
    if (certificate.waivers().isEmpty()) {
      return;
    }
    paper.heading("Exempt from " + certificate.stage());
    PaperTable table =
        paper.table(
            new Column("Equipment", 20),
            new Column("Reason", 40),
            new Column("Signed by", 22),
            new Column("Signed at", 18));
    for (Waived waiver : certificate.waivers()) {
      table
          .add(waiver.tag(), Style.STRONG)
          .add(waiver.reason())
          .add(waiver.signedBy(), waiver.company())
          .add(PaperText.moment(waiver.signedAt()))
          .end();
    }
    table.close();
  }

  private void writeCarriedOver(GateCertificate certificate) {
    paper.heading("Carried over");
    PaperTable table =
        paper.table(
            new Column("Pendency", 10),
            new Column("Type", 7),
            new Column("Stage", 7),
            new Column("What is wrong", 40),
            new Column("To be cleared by", 23),
            new Column("Due", 13));
    for (CarriedOver pendency : certificate.carriedOver()) {
      table
          .add(Integer.toString(pendency.number()), Style.STRONG)
          .add(pendency.type().name())
          .add(pendency.stage().name())
          .add(pendency.description())
          .add(pendency.clearingCompany())
          .add(PaperText.day(pendency.dueOn()))
          .end();
    }
    if (table.rows() == 0) {
      paper.text("No pendency is open.", Style.TEXT);
    }
    table.close();
  }

  private void writeParties(GateCertificate certificate) {
    if (certificate.parties().isEmpty()) {
      return;
    }
    paper.heading("Who stands for it");
    PaperTable table =
        paper.table(
            new Column("Company", 30),
            new Column("Person", 26),
            new Column("Signed as", 14),
            new Column("Protocols", 10),
            new Column("Last signed at", 20));
    for (Party party : certificate.parties()) {
      table
          .add(party.company(), Style.STRONG)
          .add(party.person())
          .add(party.action().name())
          .add(Integer.toString(party.signatures()))
          .add(PaperText.moment(party.lastSignedAt()))
          .end();
    }
    table.close();
  }

  private void writeHash(CanonicalJson facts) throws IOException {
    paper.heading("Verify");
    PaperTable box = paper.table(new Column("", 100));
    box.wide(
        paper.phrase(
            "SHA-256 of the facts of this certificate (canonical JSON, RFC 8785)", Style.STRONG));
    box.wide(paper.phrase(facts.sha256(), Style.HASH));
    box.wide(
        paper.phrase(
            ("The facts themselves are the file %s in this document: its SHA-256 is the one"
                    + " above, and whoever has another certificate of the same open gate has the"
                    + " same one.")
                .formatted(FACTS),
            Style.TEXT));
    box.close();
    paper.attach(
        FACTS, "The facts of this certificate", facts.text().getBytes(StandardCharsets.UTF_8));
  }
}
