package io.protoworks.attachment;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.springframework.stereotype.Component;

/** Small copies of photos, made when somebody first looks at one and kept beside the original. */
@Component
class Thumbnails {
  static final String FILE_TYPE = "image/jpeg";
  private static final int SIDE = 400;
  private static final String SUFFIX = ".thumbnail";

  private final FileStore files;
  private final Pictures pictures;

  Thumbnails(FileStore files, Pictures pictures) {
    this.files = files;
    this.pictures = pictures;
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
    byte[] copy = pictures.jpegWithin(photo.filePath(), SIDE);
    try (FileStore.Draft draft = files.draft()) {
      draft.output().write(copy);
      draft.keepAs(key);
    }
  }
}
