package io.protoworks.notification;

import io.protoworks.platform.Hints;
import io.protoworks.platform.RecurringWork;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes notifications of the log of a project, from where that was left on. Several nodes may try:
 * the place in the log is locked, and moved on in the same transaction.
 */
@Service
class NotificationMaker {
  private static final Logger LOG = LoggerFactory.getLogger(NotificationMaker.class);
  private static final int EVENTS_AT_ONCE = 100;

  private final NotificationMakerMapper notifications;
  private final TransactionTemplate transaction;
  private final Hints hints;
  private final NotificationProperties properties;
  private final Clock clock;

  NotificationMaker(
      NotificationMakerMapper notifications,
      TransactionTemplate transaction,
      Hints hints,
      NotificationProperties properties,
      Clock clock) {
    this.notifications = notifications;
    this.transaction = transaction;
    this.hints = hints;
    this.properties = properties;
    this.clock = clock;
  }

  @Bean
  RecurringWork notificationsCaughtUp() {
    return new RecurringWork("notification-catch-up", properties.catchUp(), this::catchUp);
  }

  /**
   * Makes those that nobody has made, because whoever should have ended in between. What happened
   * just now somebody is at work on.
   */
  void catchUp() {
    notifications
        .listProjectIdsBehind(OffsetDateTime.now(clock).minus(properties.catchUp()))
        .forEach(this::tryToMake);
  }

  /** One project in which it fails keeps no other waiting; it is caught up with later. */
  void tryToMake(UUID projectId) {
    try {
      make(projectId);
    } catch (DataAccessException failure) {
      LOG.warn("Notifications of project {} were not made; they will be.", projectId, failure);
    }
  }

  /** Makes those of all that happened until now. */
  void make(UUID projectId) {
    Integer made = makeSome(projectId);
    while (made != null) {
      if (made > 0) {
        hints.say(InboxFeed.TOPIC);
      }
      made = makeSome(projectId);
    }
  }

  /** How many were made of the next events; null when there were none. */
  private @Nullable Integer makeSome(UUID projectId) {
    return transaction.execute(
        status -> {
          long position = lockPosition(projectId);
          Long end = notifications.findEnd(projectId, position, EVENTS_AT_ONCE);
          if (end == null) {
            return null;
          }
          int made = notifications.insertOfEvents(projectId, position, end);
          notifications.advance(projectId, end);
          return made;
        });
  }

  private long lockPosition(UUID projectId) {
    Long known = notifications.lockPosition(projectId);
    if (known != null) {
      return known;
    }
    notifications.insertPosition(projectId);
    Long made = notifications.lockPosition(projectId);
    return made == null ? 0 : made;
  }
}
