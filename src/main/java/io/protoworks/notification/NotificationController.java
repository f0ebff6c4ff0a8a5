package io.protoworks.notification;

import io.protoworks.notification.NotificationInputs.MarkAllNotificationsReadInput;
import io.protoworks.notification.NotificationInputs.MarkNotificationsReadInput;
import io.protoworks.notification.NotificationInputs.MarkNotificationsUnreadInput;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

@Controller
class NotificationController {
  private final NotificationService notifications;
  private final NotificationFollowing following;

  NotificationController(NotificationService notifications, NotificationFollowing following) {
    this.notifications = notifications;
    this.following = following;
  }

  record NotificationsPayload(List<Notification> notifications) {}

  record MarkAllNotificationsReadPayload(int marked) {}

  @QueryMapping("notifications")
  Connection<Notification> list(@Arguments NotificationQuery query, Viewer viewer) {
    return notifications.list(viewer, query);
  }

  @QueryMapping("unreadNotifications")
  int countUnread(Viewer viewer) {
    return notifications.count(viewer, NotificationFilter.UNREAD);
  }

  @MutationMapping
  NotificationsPayload markNotificationsRead(
      @Argument MarkNotificationsReadInput input, Viewer viewer) {
    return new NotificationsPayload(notifications.markRead(viewer, input.ids()));
  }

  @MutationMapping
  NotificationsPayload markNotificationsUnread(
      @Argument MarkNotificationsUnreadInput input, Viewer viewer) {
    return new NotificationsPayload(notifications.markUnread(viewer, input.ids()));
  }

  @MutationMapping
  MarkAllNotificationsReadPayload markAllNotificationsRead(
      @Argument MarkAllNotificationsReadInput input, Viewer viewer) {
    return new MarkAllNotificationsReadPayload(notifications.markAllRead(viewer, input));
  }

  @SubscriptionMapping("notifications")
  Flux<Notification> follow(
      @Argument @Nullable String after,
      @Argument @Nullable NotificationFilter filter,
      Viewer viewer) {
    return following.follow(viewer, after, NotificationFilter.orNone(filter));
  }

  @SubscriptionMapping("unreadNotifications")
  Flux<Integer> followUnread(Viewer viewer) {
    return following.countUnread(viewer);
  }
}
