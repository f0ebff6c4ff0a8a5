package io.protoworks.notification;

import io.protoworks.notification.NotificationInputs.MarkAllNotificationsReadInput;
import io.protoworks.plant.ProjectService;
import io.protoworks.platform.AfterCommit;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Hints;
import io.protoworks.platform.Id;
import io.protoworks.platform.Page;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The notifications: everybody has their own, and marks them. */
@Service
class NotificationService {
  private static final String NOUN = "notification";
  private static final int MOST_AT_ONCE = 100;

  private final NotificationMapper notifications;
  private final InboxMapper inboxes;
  private final ProjectService projects;
  private final Hints hints;

  NotificationService(
      NotificationMapper notifications, InboxMapper inboxes, ProjectService projects, Hints hints) {
    this.notifications = notifications;
    this.inboxes = inboxes;
    this.projects = projects;
    this.hints = hints;
  }

  List<Notification> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return notifications.listVisibleByIds(viewer.userId(), Rows.keys(ids));
  }

  Connection<Notification> list(Viewer viewer, NotificationQuery query) {
    Page page = query.page();
    return Connection.of(
        notifications.listMatching(viewer.userId(), query.matching(), page),
        page,
        NotificationQuery.place(),
        () -> count(viewer, query.matching()));
  }

  int count(Viewer viewer, NotificationFilter filter) {
    return notifications.countMatching(viewer.userId(), filter);
  }

  /** The next ones after a place, the oldest first. */
  List<Notification> listAfter(Viewer viewer, NotificationFilter filter, long after, int limit) {
    return notifications.listAfter(viewer.userId(), filter, after, limit);
  }

  /** Those that are read already stay as they are. */
  @Transactional
  List<Notification> markRead(Viewer viewer, List<Id<Notification>> named) {
    UUID[] ids = lock(viewer, named);
    notifications.markRead(viewer.userId(), ids);
    return inOrder(viewer, ids);
  }

  @Transactional
  List<Notification> markUnread(Viewer viewer, List<Id<Notification>> named) {
    UUID[] ids = lock(viewer, named);
    notifications.markUnread(viewer.userId(), ids);
    return inOrder(viewer, ids);
  }

  /** How many were unread until then. */
  @Transactional
  int markAllRead(Viewer viewer, MarkAllNotificationsReadInput input) {
    long upTo = Long.MAX_VALUE;
    if (input.upToId() != null) {
      upTo = require(viewer, "upToId", Rows.keys(input.upToId().uuid())).getFirst().sequence();
    }
    NotificationFilter which = new NotificationFilter(null, input.types(), input.projectIds());
    requireSeen(viewer, which);
    tellAfterCommit(viewer);
    return notifications.markAllRead(viewer.userId(), which, upTo);
  }

  private void requireSeen(Viewer viewer, NotificationFilter which) {
    UUID[] named = which.projects();
    if (named != null) {
      Set<UUID> ids = new HashSet<>(List.of(named));
      if (projects.listVisibleByIds(viewer, ids).size() < ids.size()) {
        throw Refused.unknown("projectIds", "project");
      }
    }
  }

  private UUID[] lock(Viewer viewer, List<Id<Notification>> named) {
    UUID[] ids = named.stream().map(Id::uuid).distinct().toArray(UUID[]::new);
    if (ids.length == 0 || ids.length > MOST_AT_ONCE) {
      throw Refused.invalid("ids", "Name 1 to %d notifications.".formatted(MOST_AT_ONCE));
    }
    require(viewer, "ids", ids);
    tellAfterCommit(viewer);
    return ids;
  }

  private List<Notification> require(Viewer viewer, String field, UUID[] ids) {
    List<Notification> found = notifications.listVisibleByIds(viewer.userId(), ids);
    if (found.size() < ids.length) {
      throw Refused.unknown(field, NOUN);
    }
    return found;
  }

  private List<Notification> inOrder(Viewer viewer, UUID[] ids) {
    Map<UUID, Notification> found =
        Rows.byId(notifications.listVisibleByIds(viewer.userId(), ids), Notification::id);
    return List.of(ids).stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /** Whoever follows counts anew. */
  private void tellAfterCommit(Viewer viewer) {
    inboxes.touch(viewer.userId());
    AfterCommit.run(() -> hints.say(InboxFeed.TOPIC));
  }
}
