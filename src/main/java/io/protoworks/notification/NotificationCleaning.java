package io.protoworks.notification;

import io.protoworks.platform.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;

/** Drops notifications that are older than they are kept. */
@Service
class NotificationCleaning {
  private static final int AT_ONCE = 1_000;

  private final NotificationMapper notifications;
  private final NotificationProperties properties;
  private final Clock clock;

  NotificationCleaning(
      NotificationMapper notifications, NotificationProperties properties, Clock clock) {
    this.notifications = notifications;
    this.properties = properties;
    this.clock = clock;
  }

  @Bean
  RecurringWork notificationsCleaned() {
    return new RecurringWork("notification-cleaning", Duration.ofHours(1), this::clean);
  }

  void clean() {
    OffsetDateTime before = OffsetDateTime.now(clock).minus(properties.retention());
    while (notifications.deleteBefore(before, AT_ONCE) == AT_ONCE) {
      // There are more.
    }
  }
}
