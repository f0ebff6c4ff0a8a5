package io.protoworks.intake;

import io.protoworks.attachment.FileStore;
import io.protoworks.platform.Failure;
import io.protoworks.register.RegisterOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Registers that are looked at while somebody waits. Few at once: each may need as much memory as
 * the texts of the largest workbook, and anybody can ask.
 */
@Component
class StoredRegisters {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final FileStore store;
  private final Semaphore places;

  StoredRegisters(FileStore store, IntakeProperties properties) {
    this.store = store;
    places = new Semaphore(properties.openRegisters(), true);
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
    takePlace();
    try (StoredRegister register = StoredRegister.open(store, key, options)) {
      return look.at(register);
    } finally {
      places.release();
    }
  }

  private void takePlace() {
    try {
      if (places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw Failure.busy("Too many registers are being read right now: try again in a moment.");
  }
}
