package io.protoworks.intake;

import io.protoworks.attachment.FileStore;
import io.protoworks.register.RegisterLayout;
import io.protoworks.register.RegisterOptions;
import io.protoworks.register.RegisterReader;
import io.protoworks.register.RegisterRefusedException;
import java.io.IOException;

/** A stored register that is open for reading. */
record StoredRegister(FileStore.LocalFile file, RegisterReader reader) implements AutoCloseable {

  /**
   * Opens the register that is under a key of the store.
   *
   * @throws RegisterRefusedException if the file is no register that can be read
   */
  static StoredRegister open(FileStore store, String key, RegisterOptions options)
      throws IOException {
    FileStore.LocalFile file = store.open(key);
    try {
      return new StoredRegister(file, RegisterReader.open(file.path(), options));
    } catch (IOException | RuntimeException failure) {
      file.close();
      throw failure;
    }
  }

  RegisterLayout layout() {
    return reader.layout();
  }

  /** Rows that are left, which reads all of them. */
  int countRows() throws IOException {
    int rows = 0;
    while (reader.next() != null) {
      rows++;
    }
    return rows;
  }

  @Override
  public void close() throws IOException {
    try (file) {
      reader.close();
    }
  }
}
