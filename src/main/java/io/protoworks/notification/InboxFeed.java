package io.protoworks.notification;

import io.protoworks.platform.HintedReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * Tells those who follow on this node that something changed in their inbox. However many follow, a
 * look costs one statement, and none where nobody follows. What changed each reads themselves.
 */
@Service
class InboxFeed extends HintedReader {
  static final String TOPIC = "notifications";

  /** A user who follows here, maybe several times. */
  private static final class Followed {
    private final Set<FluxSink<Inbox>> followers = new HashSet<>();
    private Inbox known;

    Followed(Inbox known) {
      this.known = known;
    }
  }

  private final InboxMapper inboxes;
  private final NotificationProperties properties;
  private final Map<UUID, Followed> users = new HashMap<>();

  InboxFeed(InboxMapper inboxes, NotificationProperties properties) {
    super(TOPIC);
    this.inboxes = inboxes;
    this.properties = properties;
  }

  /** The user's inbox as it is now. */
  Inbox inbox(UUID userId) {
    return inboxes.listByUserIds(new UUID[] {userId}).stream()
        .findFirst()
        .orElse(Inbox.empty(userId));
  }

  /** The user's inbox as it is, and after each change; of several only the last one is told. */
  Flux<Inbox> watch(UUID userId) {
    return Flux.create(
        follower -> {
          join(userId, follower);
          follower.onDispose(() -> leave(userId, follower));
          // After it has joined, so that nothing falls in between.
          follower.next(inbox(userId));
        },
        FluxSink.OverflowStrategy.LATEST);
  }

  private void join(UUID userId, FluxSink<Inbox> follower) {
    synchronized (users) {
      users.computeIfAbsent(userId, id -> new Followed(Inbox.empty(id))).followers.add(follower);
    }
  }

  private void leave(UUID userId, FluxSink<Inbox> follower) {
    synchronized (users) {
      Followed followed = users.get(userId);
      if (followed != null && followed.followers.remove(follower) && followed.followers.isEmpty()) {
        users.remove(userId);
      }
    }
  }

  @Override
  protected void begin() {
    repeat("notification-feed", properties.poll(), this::look);
  }

  private void look() throws InterruptedException {
    UUID[] followed;
    synchronized (users) {
      followed = users.keySet().toArray(UUID[]::new);
    }
    if (followed.length > 0) {
      inboxes.listByUserIds(followed).forEach(this::tell);
    }
    awaitNews(properties.poll());
  }

  private void tell(Inbox inbox) {
    synchronized (users) {
      Followed followed = users.get(inbox.userId());
      if (followed != null && followed.known.changes() != inbox.changes()) {
        followed.known = inbox;
        followed.followers.forEach(follower -> follower.next(inbox));
      }
    }
  }
}
