package io.protoworks.notification;

import io.protoworks.notification.NotificationInputs.ChangeNotificationPreferencesInput;
import io.protoworks.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class NotificationPreferencesController {
  private final NotificationPreferencesService preferences;

  NotificationPreferencesController(NotificationPreferencesService preferences) {
    this.preferences = preferences;
  }

  record NotificationPreferencesPayload(NotificationPreferences preferences) {}

  @QueryMapping
  NotificationPreferences notificationPreferences(Viewer viewer) {
    return preferences.find(viewer);
  }

  @MutationMapping
  NotificationPreferencesPayload changeNotificationPreferences(
      @Argument ChangeNotificationPreferencesInput input, Viewer viewer) {
    return new NotificationPreferencesPayload(preferences.change(viewer, input));
  }
}
