package io.protoworks.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;

/** Begins when all of the application is there, and lets what is at work end before it goes. */
final class BackgroundWorker implements SmartLifecycle {
  private final Scheduler scheduler;
  private volatile boolean running;

  BackgroundWorker(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public void start() {
    scheduler.start();
    running = true;
  }

  @Override
  public void stop() {
    scheduler.stop();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** It ends once and for all. */
  @Override
  public boolean isPauseable() {
    return false;
  }
}
