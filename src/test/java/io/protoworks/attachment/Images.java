package io.protoworks.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Images for tests. */
public final class Images {
  /** A dot: the smallest PNG there is. */
  private static final byte[] DOT =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private Images() {}

  public static byte[] dot() {
    return DOT.clone();
  }

  /** The dot, whose header says that it is of this size. */
  public static byte[] claiming(int width, int height) {
    ByteBuffer png = ByteBuffer.wrap(dot());
    png.putInt(16, width).putInt(20, height);
    CRC32 checksum = new CRC32();
    checksum.update(png.array(), 12, 17);
    return png.putInt(29, (int) checksum.getValue()).array();
  }

  /**
   * An image whose left half is red and whose right half is blue, as {@code png} or {@code jpeg}.
   */
  public static byte[] halves(String format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }
}
