package io.protoworks.register;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;

/**
 * The text of a workbook's cells as XML holds it. What XML cannot hold is written as <code>_xHHHH_
 * </code>, and a text that looks like that by itself has its first underscore written so; both ways
 * lose nothing.
 */
final class RegisterCellText {

  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final Pattern TO_BE_ESCAPED =
      Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)|[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");
  private static final char REPLACEMENT = '\uFFFD';
  private static final long ESCAPED_LENGTH = 7;

  private RegisterCellText() {}

  /**
   * The text inside an element that was just entered: that of its t elements, without the reading
   * aids (rPh) that East Asian workbooks add.
   */
  static String read(RegisterXml xml, String element, RegisterLimits limits) throws IOException {
    StringBuilder text = new StringBuilder();
    boolean isText = false;
    boolean isReadingAid = false;
    int event = xml.next();
    while (event != XMLStreamConstants.END_ELEMENT || !xml.name().equals(element)) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        isText = isText || xml.name().equals("t");
        isReadingAid = isReadingAid || xml.name().equals("rPh");
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        isText = isText && !xml.name().equals("t");
        isReadingAid = isReadingAid && !xml.name().equals("rPh");
      } else if (RegisterXml.isText(event) && isText && !isReadingAid) {
        append(text, xml.text(), limits);
      }
      event = xml.next();
    }
    return decode(text.toString());
  }

  /** Adds a piece, unless the text gets longer than a cell may be with every character escaped. */
  static void append(StringBuilder text, String piece, RegisterLimits limits) {
    if (text.length() + piece.length() > ESCAPED_LENGTH * limits.maxCellLength()) {
      throw new RegisterRefusedException(
          RegisterRefusal.CELL_TOO_LONG,
          "A cell of the workbook has more than %d characters: shorten it."
              .formatted(limits.maxCellLength()));
    }
    text.append(piece);
  }

  /** The text that is meant; half a character, which no text may hold, becomes U+FFFD. */
  static String decode(String text) {
    if (!text.contains("_x")) {
      return wellFormed(text);
    }
    return wellFormed(
        ESCAPE
            .matcher(text)
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement(
                        Character.toString((char) Integer.parseInt(escape.group(1), 16)))));
  }

  static String encode(String text) {
    return TO_BE_ESCAPED
        .matcher(text)
        .replaceAll(match -> "_x%04X_".formatted((int) match.group().charAt(0)));
  }

  private static String wellFormed(String text) {
    StringBuilder repaired = null;
    for (int index = 0; index < text.length(); index++) {
      if (Character.isSurrogate(text.charAt(index))) {
        if (Character.isSupplementaryCodePoint(text.codePointAt(index))) {
          index++;
        } else {
          repaired = repaired == null ? new StringBuilder(text) : repaired;
          repaired.setCharAt(index, REPLACEMENT);
        }
      }
    }
    return repaired == null ? text : repaired.toString();
  }
}
