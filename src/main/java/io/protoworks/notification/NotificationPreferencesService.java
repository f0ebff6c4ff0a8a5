package io.protoworks.notification;

import io.protoworks.notification.NotificationInputs.ChangeNotificationPreferencesInput;
import io.protoworks.plant.Project;
import io.protoworks.plant.ProjectService;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Id;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do not want to hear of: everybody says it for themselves. */
@Service
class NotificationPreferencesService {
  private static final String TYPE = "NotificationPreferences";
  private static final int MOST_PROJECTS = 1_000;

  private final NotificationPreferencesMapper preferences;
  private final ProjectService projects;
  private final Changes changes;

  NotificationPreferencesService(
      NotificationPreferencesMapper preferences, ProjectService projects, Changes changes) {
    this.preferences = preferences;
    this.projects = projects;
    this.changes = changes;
  }

  NotificationPreferences find(Viewer viewer) {
    NotificationPreferences found = preferences.findByUserId(viewer.userId());
    return found == null ? NotificationPreferences.none(viewer.userId()) : found;
  }

  List<NotificationPreferences> listVisibleByUserIds(Viewer viewer, Collection<UUID> userIds) {
    return userIds.contains(viewer.userId()) ? List.of(find(viewer)) : List.of();
  }

  @Transactional
  NotificationPreferences change(Viewer viewer, ChangeNotificationPreferencesInput input) {
    NotificationPreferences before = preferences.lockByUserId(viewer.userId());
    String[] types = types(input.mutedTypes());
    UUID[] muted = projects(viewer, before, input.mutedProjectIds());
    if ((before == null ? 0 : before.version()) != input.expectedVersion()) {
      throw Refused.stale(find(viewer));
    }
    if (before != null) {
      NotificationPreferences after = preferences.update(viewer.userId(), types, muted);
      changes.record(viewer, Change.changed(TYPE, after.userId(), null, before, after));
      return after;
    }
    NotificationPreferences created = preferences.insert(viewer.userId(), types, muted);
    if (created == null) {
      throw Refused.stale(find(viewer));
    }
    changes.record(viewer, Change.created(TYPE, created.userId(), null, created));
    return created;
  }

  private static String[] types(@Nullable List<NotificationType> muted) {
    return muted == null
        ? new String[0]
        : muted.stream().distinct().sorted().map(Enum::name).toArray(String[]::new);
  }

  /** One that was muted, and is not seen any more, may stay. */
  private UUID[] projects(
      Viewer viewer, @Nullable NotificationPreferences before, @Nullable List<Id<Project>> muted) {
    if (muted == null || muted.isEmpty()) {
      return new UUID[0];
    }
    if (muted.size() > MOST_PROJECTS) {
      throw Refused.invalid(
          "mutedProjectIds", "Name at most %,d projects.".formatted(MOST_PROJECTS));
    }
    List<UUID> ids = muted.stream().map(Id::uuid).distinct().toList();
    List<UUID> added =
        ids.stream()
            .filter(id -> before == null || !before.mutedProjectIds().contains(id))
            .toList();
    if (projects.listVisibleByIds(viewer, added).size() < added.size()) {
      throw Refused.unknown("mutedProjectIds", "project");
    }
    return ids.toArray(UUID[]::new);
  }
}
