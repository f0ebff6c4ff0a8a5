package io.protoworks.dossier;

import io.protoworks.attachment.FileStore;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Image;
import org.springframework.stereotype.Component;

/**
 * Pictures as they are printed: read from the store one at a time, turned upright, and only as many
 * of their pixels as paper shows, so that neither memory nor the document grows with what cameras
 * make.
 */
@Component
class PaperImages {
  /** Beyond it a picture is rather an attack than a photo. */
  private static final long MOST_PIXELS = 200_000_000;

  private final FileStore files;

  PaperImages(FileStore files) {
    this.files = files;
  }

  /**
   * The picture under a key of the store; null where there is none, or none that can be decoded.
   *
   * @param pixels the most that its longer side keeps
   */
  @Nullable Image read(String key, int pixels) {
    try (FileStore.LocalFile file = files.open(key)) {
      BufferedImage picture = decode(file.path(), pixels);
      return picture == null ? null : Image.getInstance(jpeg(picture));
    } catch (IOException | RuntimeException undecodable) {
      // Decoders meet hostile files with whatever exception comes first; the file is named instead.
      return null;
    }
  }

  private static @Nullable BufferedImage decode(Path file, int pixels) throws IOException {
    try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        return null;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(input, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
          return null;
        }
        ImageReadParam parameters = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / pixels);
        parameters.setSourceSubsampling(step, step, 0, 0);
        return upright(reader.read(0, parameters), PhotoOrientation.of(file), pixels);
      } finally {
        reader.dispose();
      }
    }
  }

  /** On white, since paper has no other ground. */
  private static BufferedImage upright(
      BufferedImage picture, PhotoOrientation orientation, int pixels) {
    double longer = Math.max(picture.getWidth(), picture.getHeight());
    double scale = Math.min(1, pixels / longer);
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    BufferedImage upright =
        new BufferedImage(
            orientation.isOnItsSide() ? height : width,
            orientation.isOnItsSide() ? width : height,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = upright.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, upright.getWidth(), upright.getHeight());
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform turn = orientation.upright(width, height);
    turn.scale((double) width / picture.getWidth(), (double) height / picture.getHeight());
    canvas.drawImage(picture, turn, null);
    canvas.dispose();
    return upright;
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpeg", bytes);
    return bytes.toByteArray();
  }
}
