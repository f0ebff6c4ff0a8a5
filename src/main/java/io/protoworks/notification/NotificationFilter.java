package io.protoworks.notification;

import io.protoworks.plant.Project;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Id;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which notifications; what is left out narrows nothing. */
record NotificationFilter(
    @Nullable Boolean unread,
    @Nullable List<NotificationType> types,
    @Nullable List<Id<Project>> projectIds) {
  static final NotificationFilter NONE = new NotificationFilter(null, null, null);
  static final NotificationFilter UNREAD = new NotificationFilter(true, null, null);
  private static final int LONGEST_LIST = 500;

  NotificationFilter {
    if (Stream.of(types, projectIds).anyMatch(list -> list != null && list.size() > LONGEST_LIST)) {
      throw Failure.badRequest("A filter takes at most %d of a kind.".formatted(LONGEST_LIST));
    }
  }

  static NotificationFilter orNone(@Nullable NotificationFilter filter) {
    return filter == null ? NONE : filter;
  }

  /** For the statement. */
  public String @Nullable [] typeNames() {
    return types == null ? null : types.stream().map(Enum::name).toArray(String[]::new);
  }

  /** For the statement. */
  public UUID @Nullable [] projects() {
    return projectIds == null ? null : projectIds.stream().map(Id::uuid).toArray(UUID[]::new);
  }
}
