package io.protoworks.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was changed, told in the transaction that changes it.
 *
 * @param action what kind of act it is
 * @param event the noun and what happened to it, {@code area.deactivated}
 * @param entityType the type of the graph, {@code Area}
 * @param entityId the row
 * @param projectId whose chain it belongs to; null for what is of no project
 * @param previous how it was, null when it was created
 * @param current how it is now, null when it was deleted
 * @param metadata what else is worth knowing, such as the counts of an import
 * @param reason why, where a person gave a reason
 * @param subsystemId where it is, for a thing that does not know itself; see {@link Followed}
 */
public record Change(
    Action action,
    String event,
    String entityType,
    UUID entityId,
    @Nullable UUID projectId,
    @Nullable Object previous,
    @Nullable Object current,
    @Nullable Object metadata,
    @Nullable String reason,
    @Nullable UUID subsystemId) {

  /** The acts that the audit distinguishes. */
  public enum Action {
    CREATE,
    UPDATE,
    DELETE,
    LOGIN,
    LOGOUT,
    APPROVE,
    REJECT,
    SIGN,
    SYNC
  }

  public static Change created(String entityType, UUID id, @Nullable UUID projectId, Object row) {
    return of(Action.CREATE, entityType, "created", id, projectId, null, row);
  }

  public static Change changed(
      String entityType, UUID id, @Nullable UUID projectId, Object previous, Object current) {
    return of(Action.UPDATE, entityType, "changed", id, projectId, previous, current);
  }

  public static Change deactivated(
      String entityType, UUID id, @Nullable UUID projectId, Object previous, Object current) {
    return of(Action.DELETE, entityType, "deactivated", id, projectId, previous, current);
  }

  public static Change restored(
      String entityType, UUID id, @Nullable UUID projectId, Object previous, Object current) {
    return of(Action.UPDATE, entityType, "restored", id, projectId, previous, current);
  }

  public static Change deleted(
      String entityType, UUID id, @Nullable UUID projectId, Object previous) {
    return of(Action.DELETE, entityType, "deleted", id, projectId, previous, null);
  }

  /** Any other verb of the domain. */
  public static Change of(
      Action action,
      String entityType,
      String verb,
      UUID id,
      @Nullable UUID projectId,
      @Nullable Object previous,
      @Nullable Object current) {
    String noun = entityType.replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    return new Change(
        action,
        noun.toLowerCase(java.util.Locale.ROOT) + "." + verb,
        entityType,
        id,
        projectId,
        previous,
        current,
        null,
        null,
        null);
  }

  /** Adds why it was done, in the words of whoever did it. */
  public Change because(@Nullable String why) {
    return new Change(
        action,
        event,
        entityType,
        entityId,
        projectId,
        previous,
        current,
        metadata,
        why,
        subsystemId);
  }

  /** Adds what else is worth knowing. */
  public Change with(Object more) {
    return new Change(
        action,
        event,
        entityType,
        entityId,
        projectId,
        previous,
        current,
        more,
        reason,
        subsystemId);
  }

  /** Adds the subsystem that the thing is in, where its row does not say. */
  public Change in(UUID subsystem) {
    return new Change(
        action,
        event,
        entityType,
        entityId,
        projectId,
        previous,
        current,
        metadata,
        reason,
        subsystem);
  }
}
