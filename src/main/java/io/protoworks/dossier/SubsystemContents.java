package io.protoworks.dossier;

import io.protoworks.dossier.PaperFonts.Style;
import io.protoworks.dossier.PaperTable.Column;
import io.protoworks.protocol.Protocol;
import io.protoworks.template.ProtocolTemplate;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openpdf.text.pdf.PdfTemplate;

/**
 * The table of contents. It is printed before anybody knows on which page a protocol begins: each
 * row keeps a box for the number, which is filled when its protocol begins.
 */
final class SubsystemContents {
  private static final float BOX_WIDTH = 30;
  private static final float BOX_HEIGHT = 11;

  private final Paper paper;
  private final PaperTable table;
  private final Map<UUID, PdfTemplate> boxes = new HashMap<>();

  SubsystemContents(Paper paper) {
    this.paper = paper;
    paper.heading("Contents");
    table =
        paper.table(
            new Column("Protocol", 16),
            new Column("Template", 40),
            new Column("Stage", 10),
            new Column("Status", 24),
            new Column("Page", 10));
  }

  void add(List<Protocol> protocols, Map<UUID, ProtocolTemplate> templates) {
    for (Protocol protocol : protocols) {
      PdfTemplate box = paper.box(BOX_WIDTH, BOX_HEIGHT);
      boxes.put(protocol.id(), box);
      ProtocolTemplate template = templates.get(protocol.templateId());
      table
          .add(paper.link("Protocol " + protocol.number(), protocol.id().toString()))
          .add(
              template == null
                  ? PaperText.NONE
                  : "%s, version %d".formatted(template.code(), template.templateVersion()))
          .add(protocol.stage().name())
          .add(protocol.status().name())
          .right(box)
          .end();
    }
  }

  void close() {
    if (table.rows() == 0) {
      paper.text("There are no protocols.", Style.TEXT);
    }
    table.close();
  }

  /** Says that a protocol begins on the current page. */
  void begins(UUID protocolId) throws IOException {
    PdfTemplate box = boxes.remove(protocolId);
    if (box != null) {
      paper.fill(box, paper.pageNumber());
    }
  }
}
