package io.protoworks.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** Pictures of the store as they are looked at: smaller, upright, on white. */
@Component
public class Pictures {
  private final FileStore files;

  /** One after the other: a progressive JPEG is held whole while it is decoded. */
  private final Lock decoding = new ReentrantLock();

  Pictures(FileStore files) {
    this.files = files;
  }

  /**
   * A copy of a JPEG or PNG as a JPEG.
   *
   * @param side the most pixels that its longer side keeps
   * @throws IOException also where it is no such picture, or can't be decoded
   */
  public byte[] jpegWithin(String key, int side) throws IOException {
    BufferedImage copy;
    try (FileStore.LocalFile original = files.open(key)) {
      decoding.lock();
      try {
        copy = ImageFile.copyWithin(original.path(), side);
      } finally {
        decoding.unlock();
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(copy, "jpeg", bytes);
    return bytes.toByteArray();
  }
}
