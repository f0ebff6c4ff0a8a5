package io.protoworks.dossier;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;
import org.springframework.stereotype.Component;

/**
 * The fonts of all documents: Liberation, which knows Latin, Greek, Cyrillic and Hebrew. Of each a
 * document embeds the characters that it uses.
 */
@Component
final class PaperFonts {
  static final Color INK = new Color(0x1A, 0x1A, 0x1A);
  static final Color FAINT = new Color(0x5F, 0x66, 0x6D);
  static final Color ALERT = new Color(0xA6, 0x1B, 0x1B);

  private final BaseFont regular = read("LiberationSans-Regular.ttf");
  private final BaseFont bold = read("LiberationSans-Bold.ttf");
  private final BaseFont fixed = read("LiberationMono-Regular.ttf");

  /** How a piece of text looks. */
  enum Style {
    TITLE(16, true, INK),
    HEADING(11, true, INK),
    HEAD(7.5f, true, INK),
    TEXT(8, false, INK),
    STRONG(8, true, INK),
    SMALL(7, false, FAINT),
    WARNING(8, true, ALERT),
    HASH(7, false, INK);

    private final float size;
    private final boolean isBold;
    private final Color color;

    Style(float size, boolean isBold, Color color) {
      this.size = size;
      this.isBold = isBold;
      this.color = color;
    }
  }

  Font font(Style style) {
    BaseFont base = style == Style.HASH ? fixed : style.isBold ? bold : regular;
    return new Font(base, style.size, Font.NORMAL, style.color);
  }

  /** The text as these fonts can show it. */
  String printable(String text) {
    return PaperText.printable(text, regular::charExists);
  }

  private static BaseFont read(String name) {
    try (InputStream bytes = PaperFonts.class.getResourceAsStream("/liberation/" + name)) {
      if (bytes == null) {
        throw new IllegalStateException("the font " + name + " is missing");
      }
      return BaseFont.createFont(
          name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes.readAllBytes(), null);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
