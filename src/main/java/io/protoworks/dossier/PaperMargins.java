package io.protoworks.dossier;

import io.protoworks.dossier.PaperFonts.Style;
import java.io.IOException;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Prints above and below every page what document it is. How many pages there are is known at the
 * end only: all pages show one box, which is filled then.
 */
final class PaperMargins extends PdfPageEventHelper {
  private static final float HEADER = 22;
  private static final float FOOTER = 28;
  private static final float BOX_WIDTH = 24;
  private static final float BOX_HEIGHT = 10;
  private static final float BASELINE = 2;
  private static final float BLANK = 2;

  private final PaperFonts fonts;
  private final Imprint imprint;
  private final PdfTemplate total;

  PaperMargins(PdfWriter writer, PaperFonts fonts, Imprint imprint) {
    this.fonts = fonts;
    this.imprint = imprint;
    this.total = writer.getDirectContent().createTemplate(BOX_WIDTH, BOX_HEIGHT);
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    PdfContentByte canvas = writer.getDirectContent();
    float top = document.top() + HEADER;
    float bottom = document.bottom() - FOOTER;
    show(canvas, Element.ALIGN_LEFT, imprint.projectCode(), document.left(), top);
    show(canvas, Element.ALIGN_RIGHT, imprint.title(), document.right(), top);
    String made = "Made %s by %s".formatted(PaperText.moment(imprint.madeAt()), imprint.madeBy());
    show(canvas, Element.ALIGN_LEFT, made, document.left(), bottom);
    String page = "Page %d of".formatted(writer.getPageNumber());
    show(canvas, Element.ALIGN_RIGHT, page, document.right() - BOX_WIDTH, bottom);
    canvas.addTemplate(total, document.right() - BOX_WIDTH + BLANK, bottom - BASELINE);
    line(canvas, document, top - HEADER / 3);
    line(canvas, document, bottom + HEADER / 2);
  }

  private void show(PdfContentByte canvas, int alignment, String text, float x, float y) {
    Phrase phrase = new Phrase(fonts.printable(text), fonts.font(Style.SMALL));
    ColumnText.showTextAligned(canvas, alignment, phrase, x, y, 0);
  }

  private static void line(PdfContentByte canvas, Document document, float y) {
    canvas.saveState();
    canvas.setLineWidth(0.4f);
    canvas.setColorStroke(PaperFonts.FAINT);
    canvas.moveTo(document.left(), y);
    canvas.lineTo(document.right(), y);
    canvas.stroke();
    canvas.restoreState();
  }

  /** Fills the box, when no page follows any more. */
  void finish(PdfWriter writer, int pages) throws IOException {
    Phrase phrase = new Phrase(Integer.toString(pages), fonts.font(Style.SMALL));
    ColumnText.showTextAligned(total, Element.ALIGN_LEFT, phrase, 0, BASELINE, 0);
    writer.releaseTemplate(total);
  }
}
