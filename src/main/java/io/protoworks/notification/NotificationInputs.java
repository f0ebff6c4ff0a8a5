package io.protoworks.notification;

import io.protoworks.plant.Project;
import io.protoworks.platform.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mutations of notifications take. A field left out of a change is emptied. */
final class NotificationInputs {
  private NotificationInputs() {}

  record MarkNotificationsReadInput(List<Id<Notification>> ids) {}

  record MarkNotificationsUnreadInput(List<Id<Notification>> ids) {}

  record MarkAllNotificationsReadInput(
      @Nullable Id<Notification> upToId,
      @Nullable List<NotificationType> types,
      @Nullable List<Id<Project>> projectIds) {}

  record ChangeNotificationPreferencesInput(
      int expectedVersion,
      @Nullable List<NotificationType> mutedTypes,
      @Nullable List<Id<Project>> mutedProjectIds) {}
}
