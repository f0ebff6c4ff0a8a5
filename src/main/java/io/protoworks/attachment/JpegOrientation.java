package io.protoworks.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds in the EXIF of a JPEG how the camera was held. */
final class JpegOrientation {
  /** EXIF stands in one of the first segments, none of which is longer than 64 KB. */
  private static final int HEAD_LENGTH = 1 << 18;

  private static final int EXIF_SEGMENT = 0xFFE1;
  private static final int FIRST_SEGMENT_OF_DATA = 0xFFDA;
  private static final String EXIF = "Exif\0\0";
  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY_LENGTH = 12;

  private JpegOrientation() {}

  /** Upright where there is no EXIF, or one that can't be read. */
  static Orientation of(Path file) throws IOException {
    try (InputStream input = Files.newInputStream(file)) {
      return find(ByteBuffer.wrap(input.readNBytes(HEAD_LENGTH)));
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException odd) {
      return Orientation.UPRIGHT;
    }
  }

  private static Orientation find(ByteBuffer jpeg) {
    jpeg.position(Short.BYTES);
    while (true) {
      int marker = Short.toUnsignedInt(jpeg.getShort());
      if (marker < 0xFF00 || marker == FIRST_SEGMENT_OF_DATA) {
        return Orientation.UPRIGHT;
      }
      int length = Short.toUnsignedInt(jpeg.getShort()) - Short.BYTES;
      ByteBuffer segment = jpeg.slice(jpeg.position(), length);
      if (marker == EXIF_SEGMENT && isExif(segment)) {
        return inExif(segment.slice(EXIF.length(), length - EXIF.length()));
      }
      jpeg.position(jpeg.position() + length);
    }
  }

  private static boolean isExif(ByteBuffer segment) {
    byte[] start = new byte[Math.min(EXIF.length(), segment.remaining())];
    segment.get(0, start);
    return new String(start, StandardCharsets.ISO_8859_1).equals(EXIF);
  }

  /** Its first directory is of the photo itself. */
  private static Orientation inExif(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(Integer.BYTES);
    int count = Short.toUnsignedInt(tiff.getShort(directory));
    for (int index = 0; index < count; index++) {
      int entry = directory + Short.BYTES + index * ENTRY_LENGTH;
      if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
        return Orientation.of(tiff.getShort(entry + 2 * Integer.BYTES));
      }
    }
    return Orientation.UPRIGHT;
  }
}
