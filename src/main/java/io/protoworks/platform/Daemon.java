package io.protoworks.platform;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Works on threads of its own, from when all of the application is there until it ends, once and
 * for all.
 */
public abstract class Daemon implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);

  private volatile boolean running;

  /** A piece of work after which the next one begins. */
  @FunctionalInterface
  protected interface Round {
    void run() throws Exception;
  }

  /** Begins to work, as with {@link #repeat}. */
  protected abstract void begin();

  /** Wakes whatever waits for something, which is not running any more. */
  protected abstract void end();

  /**
   * Does a round after the other on a thread of this name.
   *
   * @param pause how long to wait after one that failed
   */
  protected final void repeat(String thread, Duration pause, Round round) {
    Thread.ofPlatform()
        .daemon()
        .name(thread)
        .start(
            () -> {
              while (running) {
                run(thread, pause, round);
              }
            });
  }

  private void run(String thread, Duration pause, Round round) {
    try {
      round.run();
    } catch (InterruptedException stopping) {
      running = false;
    } catch (Throwable failure) {
      // Also an error: a thread that ends is missed by nobody.
      if (running) {
        LOG.warn("{} failed, and begins again in {}.", thread, pause, failure);
        pause(pause);
      }
    }
  }

  private void pause(Duration pause) {
    try {
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    } catch (InterruptedException stopping) {
      running = false;
    }
  }

  @Override
  public final void start() {
    running = true;
    begin();
  }

  @Override
  public final void stop() {
    running = false;
    end();
  }

  @Override
  public final boolean isRunning() {
    return running;
  }

  @Override
  public final boolean isPauseable() {
    return false;
  }
}
