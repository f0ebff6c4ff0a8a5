package io.protoworks.attachment;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;

/** Small copies of photos, made when somebody first looks at one and kept beside the original. */
@Component
class Thumbnails {
  static final String FILE_TYPE = "image/jpeg";
  private static final int SIDE = 400;
  private static final String SUFFIX = ".thumbnail";

  private final FileStore files;

  /** One photo after the other: a progressive JPEG is held whole while it is decoded. */
  private final Lock decoding = new ReentrantLock();

  Thumbnails(FileStore files) {
    this.files = files;
  }

  /** Where the small copy of an original is kept. */
  static String keyOf(String originalKey) {
    return originalKey + SUFFIX;
  }

  /** The original of a small copy; the key itself when it is none of one. */
  static String originalOf(String key) {
    return key.endsWith(SUFFIX) ? key.substring(0, key.length() - SUFFIX.length()) : key;
  }

  /** The small copy of a JPEG or PNG; the caller has asked whether the viewer sees it. */
  FileStore.LocalFile open(Attachment photo) throws IOException {
    String key = keyOf(photo.filePath());
    try {
      return files.open(key);
    } catch (NoSuchFileException notYet) {
      make(photo, key);
      return files.open(key);
    }
  }

  private void make(Attachment photo, String key) throws IOException {
    BufferedImage copy;
    try (FileStore.LocalFile original = files.open(photo.filePath())) {
      decoding.lock();
      try {
        copy = ImageFile.copyWithin(original.path(), photo.fileType(), SIDE);
      } finally {
        decoding.unlock();
      }
    }
    try (FileStore.Draft draft = files.draft()) {
      try (ImageOutputStream output = new MemoryCacheImageOutputStream(draft.output())) {
        ImageIO.write(copy, "jpeg", output);
      }
      draft.keepAs(key);
    }
  }
}
