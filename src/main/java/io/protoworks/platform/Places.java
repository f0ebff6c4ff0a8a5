package io.protoworks.platform;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Work of which this node does only so much at once, whoever asks for it; others wait a while. */
public final class Places {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Semaphore free;
  private final String busy;

  /**
   * Places.
   *
   * @param busy what to tell whoever waited in vain, and what to do next
   */
  public Places(int count, String busy) {
    free = new Semaphore(count, true);
    this.busy = busy;
  }

  /** Taken until it is closed. */
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits for a place in the order of asking.
   *
   * @throws Failure BUSY when none was free for a while
   */
  public Place take() {
    try {
      if (free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return free::release;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw Failure.busy(busy);
  }
}
