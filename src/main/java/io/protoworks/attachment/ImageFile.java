package io.protoworks.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** Reads JPEG and PNG files, no further than is needed. */
final class ImageFile {
  /** The media types that are read. */
  static final Set<String> TYPES = Set.of("image/jpeg", "image/png");

  private ImageFile() {}

  /** What an image says of itself. */
  record Size(int width, int height) {
    int longer() {
      return Math.max(width, height);
    }

    long pixels() {
      return (long) width * height;
    }
  }

  /** The size as the header states it; the pixels are not looked at. */
  static Size sizeOf(Path file, String type) throws IOException {
    return reading(file, type, ImageFile::sizeOf);
  }

  /**
   * A small copy, upright. Only every so many pixels of a large image are kept while it is read, so
   * that what it takes does not grow with it.
   *
   * @param side the most pixels of the longer side
   */
  static BufferedImage copyWithin(Path file, int side) throws IOException {
    BufferedImage read =
        reading(
            file,
            typeOf(file),
            reader -> {
              int step = Math.max(1, sizeOf(reader).longer() / (2 * side));
              ImageReadParam parameters = reader.getDefaultReadParam();
              parameters.setSourceSubsampling(step, step, 0, 0);
              return reader.read(0, parameters);
            });
    return drawn(read, JpegOrientation.of(file), side);
  }

  /** By its bytes, and only of those that are read. */
  private static String typeOf(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      String type = FileTypes.recognise(bytes.readNBytes(FileTypes.HEAD_LENGTH));
      if (!TYPES.contains(type)) {
        throw new IIOException("neither JPEG nor PNG");
      }
      return type;
    }
  }

  private static Size sizeOf(ImageReader reader) throws IOException {
    return new Size(reader.getWidth(0), reader.getHeight(0));
  }

  /** What is read of a file. */
  private interface Reading<T> {
    T read(ImageReader reader) throws IOException;
  }

  /** Hostile files make the readers fail in any way; it is all the same to us. */
  private static <T> T reading(Path file, String type, Reading<T> reading) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByMIMEType(type).next();
    try (ImageInputStream input = new FileImageInputStream(file.toFile())) {
      reader.setInput(input, true, true);
      return reading.read(reader);
    } catch (RuntimeException failure) {
      throw new IIOException("unreadable image", failure);
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage drawn(BufferedImage read, Orientation orientation, int side) {
    double scale = Math.min(1, (double) side / Math.max(read.getWidth(), read.getHeight()));
    int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
    boolean turned = orientation.isTurned();
    BufferedImage target =
        new BufferedImage(
            turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
    AffineTransform way = orientation.transform(width, height);
    way.scale((double) width / read.getWidth(), (double) height / read.getHeight());
    Graphics2D graphics = target.createGraphics();
    try {
      // JPEG knows no transparency; a drawing on it is made to be seen on paper.
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, target.getWidth(), target.getHeight());
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(read, way, null);
    } finally {
      graphics.dispose();
    }
    return target;
  }
}
