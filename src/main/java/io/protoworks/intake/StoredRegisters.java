package io.protoworks.intake;

import io.protoworks.attachment.FileStore;
import io.protoworks.platform.Places;
import io.protoworks.register.RegisterOptions;
import java.io.IOException;
import org.springframework.stereotype.Component;

/**
 * Registers that are looked at while somebody waits. Few at once: each may need as much memory as
 * the texts of the largest workbook, and anybody can ask.
 */
@Component
class StoredRegisters {
  private final FileStore store;
  private final Places places;

  StoredRegisters(FileStore store, IntakeProperties properties) {
    this.store = store;
    places =
        new Places(
            properties.openRegisters(),
            "Too many registers are being read right now: try again in a moment.");
  }

  /** What is done with an open register. */
  @FunctionalInterface
  interface Look<T> {
    T at(StoredRegister register) throws IOException;
  }

  /**
   * Opens the register that is under a key of the store, looks and closes it.
   *
   * @throws io.protoworks.register.RegisterRefusedException if it is no register
   */
  <T> T look(String key, RegisterOptions options, Look<T> look) throws IOException {
    try (Places.Place _ = places.take();
        StoredRegister register = StoredRegister.open(store, key, options)) {
      return look.at(register);
    }
  }
}
