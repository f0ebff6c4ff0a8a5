package io.protoworks.dossier;

import io.protoworks.dossier.PaperFonts.Style;
import java.awt.Color;
import java.util.Arrays;
import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfTemplate;

/**
 * A table with a head that stands on each of its pages. Rows leave in batches, so that it can be as
 * long as it wants; a row that is longer than a page goes on on the next one.
 */
final class PaperTable {
  private static final int BATCH = 40;
  private static final float PADDING = 3;
  private static final float GAP = 4;
  private static final Color GRID = new Color(0xB8, 0xBF, 0xC6);
  private static final Color SHADE = new Color(0xEC, 0xEF, 0xF2);

  private final Paper paper;
  private final PdfPTable table;
  private final int columns;
  private int rows;

  /** The head of a column, and how much of the width it has. */
  record Column(String head, float width) {}

  PaperTable(Paper paper, Column... columns) {
    this.paper = paper;
    this.columns = columns.length;
    table = new PdfPTable(columns.length);
    table.setWidths(widths(columns));
    table.setWidthPercentage(100);
    table.setComplete(false);
    if (Arrays.stream(columns).anyMatch(column -> !column.head().isEmpty())) {
      for (Column column : columns) {
        PdfPCell head = cell(paper.phrase(column.head(), Style.HEAD));
        head.setBackgroundColor(SHADE);
        table.addCell(head);
      }
      table.setHeaderRows(1);
    }
  }

  private static float[] widths(Column... columns) {
    float[] widths = new float[columns.length];
    for (int index = 0; index < columns.length; index++) {
      widths[index] = columns[index].width();
    }
    return widths;
  }

  PaperTable add(String text) {
    return add(paper.phrase(text, Style.TEXT));
  }

  PaperTable add(String text, Style style) {
    return add(paper.phrase(text, style));
  }

  /** A text, and smaller below it what more there is to say. */
  PaperTable add(String text, String more) {
    Phrase phrase = paper.phrase(text, Style.TEXT);
    if (!more.isEmpty()) {
      phrase.add(paper.phrase("\n" + more, Style.SMALL));
    }
    return add(phrase);
  }

  PaperTable add(Phrase phrase) {
    table.addCell(cell(phrase));
    return this;
  }

  /** A box that is filled later, at the right. */
  PaperTable right(PdfTemplate box) {
    PdfPCell cell = new PdfPCell(Image.getInstance(box), false);
    cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
    frame(cell);
    table.addCell(cell);
    return this;
  }

  /** An image that keeps its size, if it fits. */
  PaperTable add(Image image) {
    PdfPCell cell = new PdfPCell(image, false);
    frame(cell);
    table.addCell(cell);
    return this;
  }

  /** A row of its own, as wide as the table. */
  PaperTable wide(Phrase phrase) {
    PdfPCell cell = cell(phrase);
    cell.setColspan(columns);
    table.addCell(cell);
    return end();
  }

  /** Ends a row. */
  PaperTable end() {
    rows++;
    if (rows % BATCH == 0) {
      paper.add(table);
    }
    return this;
  }

  /** Ends the table; without a row nothing of it is printed. */
  void close() {
    table.setComplete(true);
    table.setSpacingAfter(GAP);
    if (rows > 0) {
      paper.add(table);
    }
  }

  int rows() {
    return rows;
  }

  private static PdfPCell cell(Phrase phrase) {
    phrase.setLeading(10);
    PdfPCell cell = new PdfPCell(phrase);
    cell.setLeading(10, 0);
    cell.setUseAscender(true);
    cell.setUseDescender(true);
    frame(cell);
    return cell;
  }

  private static void frame(PdfPCell cell) {
    cell.setPadding(PADDING);
    cell.setPaddingBottom(PADDING + 1);
    cell.setBorderColor(GRID);
    cell.setBorderWidth(0.4f);
  }
}
