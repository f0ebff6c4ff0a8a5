package io.protoworks.notification;

import io.protoworks.platform.Row;
import io.protoworks.platform.Versioned;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user does not want to hear of.
 *
 * @param mutedTypeNames the names of the types
 * @param version 0 where the user never changed anything
 */
public record NotificationPreferences(
    UUID userId,
    List<String> mutedTypeNames,
    List<UUID> mutedProjectIds,
    int version,
    @Nullable OffsetDateTime updatedAt)
    implements Row, Versioned {

  /** Those of a user who wants to hear of all. */
  static NotificationPreferences none(UUID userId) {
    return new NotificationPreferences(userId, List.of(), List.of(), 0, null);
  }

  public List<NotificationType> mutedTypes() {
    return mutedTypeNames.stream().map(NotificationType::valueOf).toList();
  }
}
