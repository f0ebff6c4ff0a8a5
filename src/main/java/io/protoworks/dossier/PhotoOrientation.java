package io.protoworks.dossier;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a camera was held, as a JPEG's Exif data says (tag 0x0112): phones store pictures as the
 * sensor saw them, and say how to turn them.
 */
enum PhotoOrientation {
  UPRIGHT(false, false, 0),
  MIRRORED(false, true, 0),
  UPSIDE_DOWN(false, false, 2),
  MIRRORED_UPSIDE_DOWN(false, true, 2),
  MIRRORED_ON_LEFT(true, true, 3),
  ON_LEFT(true, false, 1),
  MIRRORED_ON_RIGHT(true, true, 1),
  ON_RIGHT(true, false, 3);

  private static final int HEAD = 1 << 16;
  private static final int START_OF_IMAGE = 0xFFD8;
  private static final int APP1 = 0xFFE1;
  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY = 12;
  private static final String EXIF = "Exif\0\0";

  private final boolean isOnItsSide;
  private final boolean isMirrored;
  private final int quarters;

  PhotoOrientation(boolean isOnItsSide, boolean isMirrored, int quarters) {
    this.isOnItsSide = isOnItsSide;
    this.isMirrored = isMirrored;
    this.quarters = quarters;
  }

  /** Whether width and height change places. */
  boolean isOnItsSide() {
    return isOnItsSide;
  }

  /** Turns a picture of this size upright. */
  AffineTransform upright(double width, double height) {
    AffineTransform turn = new AffineTransform();
    turn.translate((isOnItsSide ? height : width) / 2, (isOnItsSide ? width : height) / 2);
    turn.quadrantRotate(quarters);
    if (isMirrored) {
      turn.scale(-1, 1);
    }
    turn.translate(-width / 2, -height / 2);
    return turn;
  }

  static PhotoOrientation of(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      ByteBuffer head = ByteBuffer.wrap(bytes.readNBytes(HEAD));
      return of(head);
    } catch (IndexOutOfBoundsException malformed) {
      return UPRIGHT;
    }
  }

  private static PhotoOrientation of(ByteBuffer head) {
    if (head.remaining() < 4 || unsigned(head, 0) != START_OF_IMAGE) {
      return UPRIGHT;
    }
    int position = 2;
    while (position + 4 < head.limit() && head.get(position) == (byte) 0xFF) {
      int length = unsigned(head, position + 2);
      if (unsigned(head, position) == APP1 && isExif(head, position + 4)) {
        return ofTiff(head, position + 4 + EXIF.length());
      }
      position += 2 + length;
    }
    return UPRIGHT;
  }

  private static boolean isExif(ByteBuffer head, int position) {
    byte[] name = new byte[EXIF.length()];
    head.get(position, name);
    return EXIF.equals(new String(name, StandardCharsets.US_ASCII));
  }

  private static PhotoOrientation ofTiff(ByteBuffer head, int start) {
    head.order(head.get(start) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = start + head.getInt(start + 4);
    int entries = unsigned(head, directory);
    for (int index = 0; index < entries; index++) {
      int entry = directory + 2 + index * ENTRY;
      if (unsigned(head, entry) == ORIENTATION) {
        int value = unsigned(head, entry + 8);
        return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  private static int unsigned(ByteBuffer head, int position) {
    return Short.toUnsignedInt(head.getShort(position));
  }
}
