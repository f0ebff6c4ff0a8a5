package io.protoworks.notification;

import io.protoworks.platform.Failure;
import io.protoworks.platform.Paged;
import io.protoworks.platform.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Follows the viewer's notifications from a place on. Each follower reads what is new from the
 * database, as far as they take it: nothing waits for a slow one, and nothing is lost.
 */
@Service
class NotificationFollowing {
  private static final int PAGE = 100;
  private static final int TAKEN_AT_ONCE = 32;

  private final NotificationService notifications;
  private final InboxFeed feed;
  private final Scheduler scheduler =
      Schedulers.fromExecutor(Executors.newVirtualThreadPerTaskExecutor());

  NotificationFollowing(NotificationService notifications, InboxFeed feed) {
    this.notifications = notifications;
    this.feed = feed;
  }

  /**
   * What comes, in order, each once.
   *
   * @param after the cursor to resume after; null to begin with what comes next
   */
  Flux<Notification> follow(Viewer viewer, @Nullable String after, NotificationFilter filter) {
    return Flux.defer(
            () -> {
              Reader reader = new Reader(viewer, filter, start(viewer, after));
              return feed.watch(viewer.userId())
                  .publishOn(scheduler, 1)
                  .concatMap(
                      changed -> Paged.rest(PAGE, reader::next).retryWhen(databaseIsBack()), 1);
            })
        .publishOn(scheduler, TAKEN_AT_ONCE)
        .subscribeOn(scheduler);
  }

  /** How many are unread: now, and whenever that changes. */
  Flux<Integer> countUnread(Viewer viewer) {
    return feed.watch(viewer.userId())
        .publishOn(scheduler, 1)
        .concatMap(
            changed ->
                Mono.fromCallable(() -> notifications.count(viewer, NotificationFilter.UNREAD))
                    .retryWhen(databaseIsBack()),
            1)
        .distinctUntilChanged()
        .subscribeOn(scheduler);
  }

  /** Who follows need not begin anew because the database did not answer for a moment. */
  private static Retry databaseIsBack() {
    return Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
        .maxBackoff(Duration.ofSeconds(10))
        .filter(DataAccessException.class::isInstance);
  }

  private long start(Viewer viewer, @Nullable String after) {
    Inbox inbox = feed.inbox(viewer.userId());
    if (after == null) {
      return inbox.lastSequence();
    }
    long sequence = NotificationCursor.sequence(after, viewer.userId());
    if (sequence < inbox.droppedSequence()) {
      throw Failure.gone(
          "What came after this cursor is kept no longer. Read the list of notifications, and go on"
              + " after the newest one's cursor.");
    }
    return sequence;
  }

  /** Where a follower is. */
  private final class Reader {
    private final Viewer viewer;
    private final NotificationFilter filter;
    private long position;

    Reader(Viewer viewer, NotificationFilter filter, long position) {
      this.viewer = viewer;
      this.filter = filter;
      this.position = position;
    }

    List<Notification> next() {
      List<Notification> page = notifications.listAfter(viewer, filter, position, PAGE);
      if (!page.isEmpty()) {
        position = page.getLast().sequence();
      }
      return page;
    }
  }
}
