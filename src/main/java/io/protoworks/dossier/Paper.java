package io.protoworks.dossier;

import io.protoworks.dossier.PaperFonts.Style;
import java.io.IOException;
import java.io.OutputStream;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfFileSpecification;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A document on its way out: each page leaves as soon as it is full, and of what left only the
 * places are kept. One that is not finished has no end, so that nobody takes half of it for all.
 */
final class Paper {
  private static final float SIDE = 40;
  private static final float TOP = 52;
  private static final float BOTTOM = 56;

  /** A heading that would stand nearer to the end of a page goes to the next one. */
  private static final float KEPT_TOGETHER = 80;

  private final PaperFonts fonts;
  private final Document document = new Document(PageSize.A4, SIDE, SIDE, TOP, BOTTOM);
  private final PdfWriter writer;
  private final PaperMargins margins;

  Paper(OutputStream output, PaperFonts fonts, Imprint imprint) {
    this.fonts = fonts;
    writer = PdfWriter.getInstance(document, output);
    writer.setCloseStream(false);
    document.addTitle(fonts.printable(imprint.projectCode() + ", " + imprint.title()));
    document.addAuthor(fonts.printable(imprint.madeBy()));
    document.addCreator("ProtoWorks");
    document.open();
    margins = new PaperMargins(writer, fonts, imprint);
    writer.setPageEvent(margins);
  }

  /** A title at which the outline of the document, and links to the name, lead. */
  void title(String text, String name) {
    Chunk chunk = new Chunk(fonts.printable(text), fonts.font(Style.TITLE));
    chunk.setLocalDestination(name);
    Paragraph paragraph = new Paragraph(chunk);
    paragraph.setSpacingAfter(6);
    document.add(paragraph);
    boolean isOpen = false;
    new PdfOutline(writer.getRootOutline(), PdfAction.gotoLocalPage(name, false), text, isOpen);
  }

  void heading(String text) {
    if (writer.getVerticalPosition(false) - document.bottom() < KEPT_TOGETHER) {
      newPage();
    }
    Paragraph paragraph = new Paragraph(phrase(text, Style.HEADING));
    paragraph.setSpacingBefore(10);
    paragraph.setSpacingAfter(4);
    document.add(paragraph);
  }

  void text(String text, Style style) {
    Paragraph paragraph = new Paragraph(phrase(text, style));
    paragraph.setLeading(11);
    paragraph.setSpacingAfter(3);
    document.add(paragraph);
  }

  Phrase phrase(String text, Style style) {
    return new Phrase(fonts.printable(text), fonts.font(style));
  }

  /** A text that leads to the title of the name. */
  Phrase link(String text, String name) {
    Chunk chunk = new Chunk(fonts.printable(text), fonts.font(Style.TEXT));
    chunk.setLocalGoto(name);
    return new Phrase(chunk);
  }

  PaperTable table(PaperTable.Column... columns) {
    return new PaperTable(this, columns);
  }

  void add(Element element) {
    document.add(element);
  }

  /** Begins a page, unless the current one is empty. */
  void newPage() {
    document.newPage();
  }

  int pageNumber() {
    return writer.getPageNumber();
  }

  /** A small box in the text that is filled later. */
  PdfTemplate box(float width, float height) {
    return writer.getDirectContent().createTemplate(width, height);
  }

  /** Fills a box with a number at its right, and lets it go. */
  void fill(PdfTemplate box, int number) throws IOException {
    ColumnText.showTextAligned(
        box,
        Element.ALIGN_RIGHT,
        phrase(Integer.toString(number), Style.TEXT),
        box.getWidth(),
        2,
        0);
    writer.releaseTemplate(box);
  }

  /** Puts a file into the document that readers can take out again. */
  void attach(String name, String description, byte[] bytes) throws IOException {
    writer.addFileAttachment(
        description, PdfFileSpecification.fileEmbedded(writer, null, name, bytes));
  }

  /** Ends the document; what was not finished must not be given out. */
  void finish() throws IOException {
    int pages = writer.getPageNumber();
    document.newPage();
    margins.finish(writer, pages);
    document.close();
  }
}
