package io.protoworks.dossier;

import io.protoworks.dossier.PaperFonts.Style;
import io.protoworks.pendency.PendencyService;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.Protocol;
import io.protoworks.protocol.ProtocolService;
import io.protoworks.template.ProtocolTemplate;
import io.protoworks.template.ProtocolTemplateService;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Writes the dossier of a subsystem: how far it is, what is open, and the dossier of each protocol.
 */
@Service
class SubsystemPages {
  private static final int BATCH = 50;
  private static final int CONTENTS_BATCH = 200;

  private final SubsystemCover cover;
  private final ProtocolService protocols;
  private final ProtocolTemplateService templates;
  private final SheetReader sheets;
  private final PendencyService pendencies;
  private final NameReader names;
  private final PaperImages images;

  SubsystemPages(
      SubsystemCover cover,
      ProtocolService protocols,
      ProtocolTemplateService templates,
      SheetReader sheets,
      PendencyService pendencies,
      NameReader names,
      PaperImages images) {
    this.cover = cover;
    this.protocols = protocols;
    this.templates = templates;
    this.sheets = sheets;
    this.pendencies = pendencies;
    this.names = names;
    this.images = images;
  }

  /**
   * Writes it.
   *
   * @param isWhole whether the viewer sees all of the subsystem; if not, counts, gates and
   *     exemptions are nothing to them
   */
  void write(Paper paper, Viewer viewer, Place place, boolean isWhole) throws IOException {
    UUID id = place.subsystem().id();
    PendencyPages open = new PendencyPages(paper, pendencies, names, viewer);
    writeCover(paper, viewer, place, isWhole);
    SubsystemContents contents = writeContents(paper, viewer, id);
    open.writeOfSubsystem(id);
    if (isWhole) {
      cover.writeWaivers(paper, viewer, id);
    }
    writeProtocols(paper, viewer, place, contents, new ProtocolPages(paper, images, open));
  }

  private void writeCover(Paper paper, Viewer viewer, Place place, boolean isWhole) {
    paper.title("Subsystem " + place.subsystemTitle(), place.subsystem().id().toString());
    new Facts(paper)
        .add("Project", place.projectTitle())
        .add("Area", place.areaTitle())
        .add("System", place.systemTitle())
        .add("Subsystem", place.subsystemTitle())
        .close();
    if (isWhole) {
      cover.writeProgress(paper, viewer, place);
      cover.writeGates(paper, viewer, place.subsystem().id());
    } else {
      paper.text(
          "This dossier holds the protocols that name the company of whoever it was made for;"
              + " progress, gates and exemptions are told to those who take part in the whole"
              + " project.",
          Style.TEXT);
    }
  }

  private SubsystemContents writeContents(Paper paper, Viewer viewer, UUID subsystemId) {
    SubsystemContents contents = new SubsystemContents(paper);
    for (List<Protocol> batch : protocols(viewer, subsystemId, CONTENTS_BATCH)) {
      contents.add(
          batch,
          Rows.byId(
              templates.listByIds(Rows.distinct(batch, Protocol::templateId)),
              ProtocolTemplate::id));
    }
    contents.close();
    return contents;
  }

  private void writeProtocols(
      Paper paper, Viewer viewer, Place place, SubsystemContents contents, ProtocolPages pages)
      throws IOException {
    UUID id = place.subsystem().id();
    for (List<Protocol> batch : protocols(viewer, id, BATCH)) {
      for (ProtocolSheet sheet : sheets.read(viewer, batch)) {
        paper.newPage();
        contents.begins(sheet.protocol().id());
        pages.write(place, sheet);
      }
    }
  }

  private Iterable<List<Protocol>> protocols(Viewer viewer, UUID subsystemId, int rows) {
    return Batches.of(
        rows, (after, most) -> protocols.listInSubsystem(viewer, subsystemId, after, most));
  }
}
