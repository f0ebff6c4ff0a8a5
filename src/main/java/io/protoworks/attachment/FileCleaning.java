package io.protoworks.attachment;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes files for those who clean up: one that can't be deleted holds up no other. */
final class FileCleaning {
  private static final Logger LOG = LoggerFactory.getLogger(FileCleaning.class);

  private FileCleaning() {}

  /** Whether the file is gone; if not, it waits for the next time. */
  static boolean isDeleted(FileStore store, String key) {
    try {
      store.delete(key);
      return true;
    } catch (IOException failure) {
      LOG.warn("A file that nobody needs any more can't be deleted: {}", key, failure);
      return false;
    }
  }
}
