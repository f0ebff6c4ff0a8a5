package io.protoworks.dossier;

import io.protoworks.dossier.PaperFonts.Style;
import io.protoworks.dossier.PaperTable.Column;
import io.protoworks.protocol.ItemValue.SignatureValue;
import io.protoworks.protocol.ProtocolSignature;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Image;

/** The signatures on a protocol and on its items; those of earlier rounds are marked. */
final class SignaturePages {
  private final Paper paper;
  private final SignatureImages images;

  SignaturePages(Paper paper, SignatureImages images) {
    this.paper = paper;
    this.images = images;
  }

  void write(ProtocolSheet sheet) {
    paper.heading("Signatures");
    PaperTable table =
        paper.table(
            new Column("Signature", 19),
            new Column("Who, for whom", 24),
            new Column("What", 17),
            new Column("Round", 7),
            new Column("When, and for which content (SHA-256)", 33));
    sheet.items().forEach(row -> writeOfItem(table, sheet, row));
    sheet.signatures().forEach(signature -> write(table, sheet, signature));
    if (table.rows() == 0) {
      table.wide(paper.phrase("Nobody has signed yet.", Style.TEXT));
    }
    table.close();
  }

  private void write(PaperTable table, ProtocolSheet sheet, ProtocolSignature signature) {
    boolean isSuperseded = signature.round() != sheet.protocol().round();
    boolean isBroken = sheet.verification().brokenSignatureIds().contains(signature.id());
    addImage(table, signature.signatureImagePath());
    table
        .add(sheet.names().user(signature.userId()), sheet.names().company(signature.companyId()))
        .add(
            signature.action().name(),
            isSuperseded ? "superseded" : isBroken ? "for other content" : "")
        .add(Integer.toString(signature.round()))
        .add(PaperText.moment(signature.signedAt()), signature.contentHash())
        .end();
  }

  private void writeOfItem(PaperTable table, ProtocolSheet sheet, ProtocolSheet.Item row) {
    SignatureValue signature = row.signature();
    if (signature == null) {
      return;
    }
    addImage(table, row.signatureImage() == null ? null : row.signatureImage().filePath());
    table
        .add(sheet.names().user(signature.signerUserId()))
        .add("Item " + row.asked().code())
        .add(
            row.item().filledRound() == null
                ? PaperText.NONE
                : Integer.toString(row.item().filledRound()))
        .add(PaperText.moment(signature.signedAt()), signature.contentHash())
        .end();
  }

  private void addImage(PaperTable table, @Nullable String key) {
    Image image = key == null ? null : images.find(key);
    if (image == null) {
      table.add(paper.phrase("(no image)", Style.SMALL));
    } else {
      table.add(image);
    }
  }
}
