package io.protoworks.platform;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Reads what is new of a topic when it hears of it, and now and then without. */
public abstract class HintedReader extends Daemon implements Hints.Listener {
  private final String topic;
  private final Semaphore news = new Semaphore(0);

  protected HintedReader(String topic) {
    this.topic = topic;
  }

  @Override
  public final String topic() {
    return topic;
  }

  @Override
  public final void heard() {
    news.release();
  }

  /** Returns when there may be something new, or after a while. */
  protected final void awaitNews(Duration atMost) throws InterruptedException {
    if (news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      news.drainPermits();
    }
  }

  @Override
  protected final void end() {
    heard();
  }
}
