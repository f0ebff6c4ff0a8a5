package io.protoworks.platform;

import com.github.kagkarlsson.scheduler.Scheduler;

/** Lets the scheduler work, and what is at work end before the application goes. */
final class BackgroundWorker extends Daemon {
  private final Scheduler scheduler;

  BackgroundWorker(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  protected void begin() {
    scheduler.start();
  }

  @Override
  protected void end() {
    scheduler.stop();
  }
}
