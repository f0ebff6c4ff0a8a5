package io.protoworks.dossier;

import io.protoworks.attachment.Attachment;
import io.protoworks.dossier.PaperFonts.Style;
import io.protoworks.dossier.PaperTable.Column;
import io.protoworks.protocol.ItemValue.Photo;
import io.protoworks.protocol.ItemValue.PhotoCaptureValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/**
 * The files of a protocol and of its items: pictures in rows of three, each row out before the next
 * one is read; what cannot be shown is named with its hash.
 */
final class PhotoPages {
  /** What a file belongs to that belongs to no item. */
  private static final String WHOLE = "Protocol";

  private static final int IN_A_ROW = 3;
  private static final int PIXELS = 800;
  private static final float WIDTH = 164;
  private static final float HEIGHT = 150;

  private final Paper paper;
  private final PaperImages images;

  PhotoPages(Paper paper, PaperImages images) {
    this.paper = paper;
    this.images = images;
  }

  private record Picture(Image image, String caption) {}

  void write(ProtocolSheet sheet) {
    if (sheet.files().isEmpty() && sheet.items().stream().allMatch(row -> row.files().isEmpty())) {
      return;
    }
    paper.heading("Photos and files");
    List<Picture> row = new ArrayList<>();
    List<List<String>> unshown = new ArrayList<>();
    for (Attachment file : sheet.files()) {
      show(file, file.fileName(), WHOLE, row, unshown);
    }
    for (ProtocolSheet.Item item : sheet.items()) {
      Map<UUID, Photo> photos = photos(item);
      for (Attachment file : item.files()) {
        show(file, caption(item, file, photos), item.asked().code(), row, unshown);
      }
    }
    if (!row.isEmpty()) {
      print(row);
    }
    name(unshown);
  }

  private void show(
      Attachment file,
      String caption,
      String subject,
      List<Picture> row,
      List<List<String>> unshown) {
    Image image = file.isImage() ? images.read(file.filePath(), PIXELS) : null;
    if (image == null) {
      unshown.add(List.of(subject, file.fileName(), about(file)));
      return;
    }
    row.add(new Picture(image, caption));
    if (row.size() == IN_A_ROW) {
      print(row);
    }
  }

  private static Map<UUID, Photo> photos(ProtocolSheet.Item item) {
    return item.item().value() instanceof PhotoCaptureValue value
        ? value.photos().stream()
            .collect(Collectors.toMap(Photo::attachmentId, Function.identity(), (one, same) -> one))
        : Map.of();
  }

  private static String caption(ProtocolSheet.Item item, Attachment file, Map<UUID, Photo> photos) {
    StringBuilder caption = new StringBuilder(item.asked().code() + ": " + file.fileName());
    Photo photo = photos.get(file.id());
    if (photo != null && photo.kind() != null) {
      caption.append(", ").append(photo.kind());
    }
    if (photo != null && photo.takenAt() != null) {
      caption.append("\nTaken ").append(PaperText.moment(photo.takenAt()));
    }
    if (photo != null && photo.geo() != null) {
      caption
          .append("\nAt ")
          .append(photo.geo().latitude())
          .append(", ")
          .append(photo.geo().longitude());
    }
    return caption.toString();
  }

  private static String about(Attachment file) {
    return "%s, %,d bytes\nSHA-256 %s".formatted(file.fileType(), file.fileSize(), file.sha256());
  }

  /** Prints a row and lets its pictures go. */
  private void print(List<Picture> row) {
    PdfPTable table = new PdfPTable(IN_A_ROW);
    table.setWidthPercentage(100);
    table.setKeepTogether(true);
    for (Picture picture : row) {
      table.addCell(cell(picture));
    }
    table.getDefaultCell().setBorder(Rectangle.NO_BORDER);
    table.completeRow();
    paper.add(table);
    row.clear();
  }

  private PdfPCell cell(Picture picture) {
    picture.image().scaleToFit(WIDTH, HEIGHT);
    picture.image().setAlignment(Element.ALIGN_LEFT);
    Paragraph caption = new Paragraph(paper.phrase(picture.caption(), Style.SMALL));
    caption.setLeading(9);
    PdfPCell cell = new PdfPCell();
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(2);
    cell.setPaddingBottom(6);
    cell.addElement(picture.image());
    cell.addElement(caption);
    return cell;
  }

  private void name(List<List<String>> unshown) {
    if (unshown.isEmpty()) {
      return;
    }
    paper.text("Not shown here, and kept with the protocol:", Style.TEXT);
    PaperTable table =
        paper.table(new Column("Of", 12), new Column("File", 38), new Column("Kept as", 50));
    for (List<String> file : unshown) {
      file.forEach(table::add);
      table.end();
    }
    table.close();
  }
}
