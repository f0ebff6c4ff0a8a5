package io.protoworks.notification;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import org.jspecify.annotations.Nullable;

/** Which of the viewer's notifications are asked for, and which page of them; the newest first. */
record NotificationQuery(
    @Nullable NotificationFilter filter,
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  NotificationFilter matching() {
    return NotificationFilter.orNone(filter);
  }

  Page page() {
    return Page.bySequence(this, NotificationCursor.ORDER, true);
  }

  static Connection.Place<Notification> place() {
    return new Connection.Place<>(
        notification -> Long.toString(notification.sequence()), Notification::userId);
  }
}
