package io.protoworks.event;

import io.protoworks.platform.Paged;
import io.protoworks.platform.Viewer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Follows the events of a project from a place in its log on. Who resumes reads what happened
 * meanwhile alone and at their own pace, and joins the others when nothing much is left; what
 * happens from then on waits for them while they read the last of it.
 */
@Service
class EventFollowing {
  private static final int PAGE = 500;
  private static final int TAKEN_AT_ONCE = 32;

  private final EventService events;
  private final EventFeed feed;
  private final EventProperties properties;
  private final Scheduler scheduler =
      Schedulers.fromExecutor(Executors.newVirtualThreadPerTaskExecutor());

  EventFollowing(EventService events, EventFeed feed, EventProperties properties) {
    this.events = events;
    this.feed = feed;
    this.properties = properties;
  }

  /**
   * What happens in a project, in order, each once.
   *
   * @param after the cursor to resume after; null to begin with what happens next
   */
  Flux<Event> follow(Viewer viewer, UUID projectId, @Nullable String after, EventFilter filter) {
    return Flux.defer(
            () -> {
              Long start = events.start(viewer, projectId, after);
              Follower follower =
                  new Follower(viewer.userId(), projectId, filter, properties.buffer());
              return (start == null
                      ? joined(follower, null)
                      : resumed(follower, new History(viewer, projectId, filter, start)))
                  .doFinally(signal -> feed.leave(follower));
            })
        .publishOn(scheduler, TAKEN_AT_ONCE)
        .subscribeOn(scheduler);
  }

  private Flux<Event> resumed(Follower follower, History history) {
    return Flux.concat(history.until(Long.MAX_VALUE), joined(follower, history));
  }

  private Flux<Event> joined(Follower follower, @Nullable History history) {
    return Flux.defer(
        () -> {
          if (history == null) {
            feed.join(follower);
            return follower.waiting();
          }
          // It may have read further than the feed.
          follower.skipTo(history.position);
          return Flux.concat(history.until(feed.join(follower)), follower.waiting());
        });
  }

  /** What happened before, read page by page. */
  private final class History {
    private final Viewer viewer;
    private final UUID projectId;
    private final EventFilter filter;
    private long position;

    History(Viewer viewer, UUID projectId, EventFilter filter, long position) {
      this.viewer = viewer;
      this.projectId = projectId;
      this.filter = filter;
      this.position = position;
    }

    /** From where it was read to on. */
    Flux<Event> until(long end) {
      return Paged.rest(PAGE, () -> next(end));
    }

    private List<Event> next(long end) {
      List<Event> page = events.listBetween(viewer, projectId, position, end, filter, PAGE);
      if (!page.isEmpty()) {
        position = page.getLast().sequence();
      }
      return page;
    }
  }
}
