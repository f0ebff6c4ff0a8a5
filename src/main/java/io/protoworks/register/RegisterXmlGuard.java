package io.protoworks.register;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stands between a workbook's XML and its parser. A parser keeps one tag, comment or run of text in
 * memory as a whole, and may follow what a document type declares; so a piece longer than any
 * spreadsheet program writes, and any document type, is refused before the parser sees it.
 */
final class RegisterXmlGuard extends FilterReader {

  private static final int MAX_PIECE_LENGTH = 1_000_000;
  private static final String COMMENT = "!--";
  private static final String CHARACTER_DATA = "![CDATA[";
  private static final String DOCUMENT_TYPE = "!DOCTYPE";

  /** What the piece being read ends with; the empty text while no markup is open. */
  private String ending = "";

  private final StringBuilder opening = new StringBuilder();
  private boolean isOpening;
  private int matched;
  private int pieceLength;

  RegisterXmlGuard(Reader reader) {
    super(reader);
  }

  @Override
  public int read() throws IOException {
    char[] single = new char[1];
    return read(single, 0, 1) < 0 ? -1 : single[0];
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    for (int index = offset; index < offset + count; index++) {
      inspect(target[index]);
    }
    return count;
  }

  private void inspect(char character) {
    pieceLength++;
    if (pieceLength > MAX_PIECE_LENGTH) {
      throw forbidden();
    }
    if (isOpening) {
      inspectOpening(character);
    } else if (!ending.isEmpty()) {
      inspectMarkup(character);
    } else if (character == '<') {
      isOpening = true;
      opening.setLength(0);
      pieceLength = 0;
    }
  }

  private void inspectOpening(char character) {
    if (opening.isEmpty() && character != '!' && character != '?') {
      enter(">");
      inspectMarkup(character);
      return;
    }
    opening.append(character);
    String begun = opening.toString();
    if (DOCUMENT_TYPE.equals(begun)) {
      throw forbidden();
    }
    boolean undecided =
        COMMENT.startsWith(begun)
            || CHARACTER_DATA.startsWith(begun)
            || DOCUMENT_TYPE.startsWith(begun);
    if (begun.equals(COMMENT)) {
      enter("-->");
    } else if (begun.equals(CHARACTER_DATA)) {
      enter("]]>");
    } else if (begun.equals("?")) {
      enter("?>");
    } else if (!undecided) {
      enter(">");
      inspectMarkup(character);
    }
  }

  private void enter(String markupEnding) {
    isOpening = false;
    ending = markupEnding;
    matched = 0;
  }

  private void inspectMarkup(char character) {
    if (character == ending.charAt(matched)) {
      matched++;
    } else if (!(character == ending.charAt(0) && matched == ending.length() - 1)) {
      matched = character == ending.charAt(0) ? 1 : 0;
    }
    if (matched == ending.length()) {
      ending = "";
      pieceLength = 0;
    }
  }

  private static RegisterRefusedException forbidden() {
    return new RegisterRefusedException(
        RegisterRefusal.FORBIDDEN_MARKUP,
        "The workbook holds markup that no spreadsheet program writes: copy the register's cells"
            + " into a new workbook.");
  }
}
