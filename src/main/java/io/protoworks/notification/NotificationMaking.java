package io.protoworks.notification;

import io.protoworks.platform.Daemon;
import io.protoworks.platform.EventLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

/**
 * Has notifications made of what was committed on this node: after the commits, on a thread of its
 * own, and once for all that happened meanwhile.
 */
@Service
class NotificationMaking extends Daemon implements EventLog.Listener {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** What wakes it when it is to end. */
  private static final UUID END = new UUID(0, 0);

  private final NotificationMaker maker;
  private final NotificationProperties properties;
  private final BlockingQueue<UUID> happened = new LinkedBlockingQueue<>();

  NotificationMaking(NotificationMaker maker, NotificationProperties properties) {
    this.maker = maker;
    this.properties = properties;
  }

  @Override
  public void appended(Set<UUID> projectIds) {
    happened.addAll(projectIds);
  }

  @Override
  protected void begin() {
    repeat("notification-making", PAUSE, this::make);
  }

  @Override
  protected void end() {
    happened.add(END);
  }

  private void make() throws InterruptedException {
    List<UUID> projectIds = new ArrayList<>(List.of(happened.take()));
    if (isRunning()) {
      TimeUnit.MILLISECONDS.sleep(properties.gather().toMillis());
    }
    happened.drainTo(projectIds);
    for (UUID projectId : new HashSet<>(projectIds)) {
      if (isRunning()) {
        maker.tryToMake(projectId);
      }
    }
  }
}
