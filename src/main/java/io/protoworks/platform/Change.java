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
 * @param told what its event tells that the rows don't
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
    Told told) {

  /**
   * What an event tells of a thing that is {@link Followed}, where its rows don't.
   *
   * @param subsystemId where it is
   * @param standing the thing as it stands, where the rows are of something that was added to it
   * @param previousState the word for how it stood, where the row before is not known
   * @param comment what was said with it, where that is no reason
   */
  public record Told(
      @Nullable UUID subsystemId,
      @Nullable Followed standing,
      @Nullable String previousState,
      @Nullable String comment) {
    private static final Told NOTHING = new Told(null, null, null, null);
  }

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
        Told.NOTHING);
  }

  /** Adds why it was done, in the words of whoever did it. */
  public Change because(@Nullable String why) {
    return new Change(
        action, event, entityType, entityId, projectId, previous, current, metadata, why, told);
  }

  /** Adds what else is worth knowing. */
  public Change with(Object more) {
    return new Change(
        action, event, entityType, entityId, projectId, previous, current, more, reason, told);
  }

  /** Adds the subsystem that the thing is in, where its row does not say. */
  public Change in(UUID subsystem) {
    return telling(new Told(subsystem, told.standing(), told.previousState(), told.comment()));
  }

  /** Adds the thing that it is about, which stands as before. */
  public Change about(Followed thing) {
    return telling(new Told(told.subsystemId(), thing, thing.stateNow(), told.comment()));
  }

  /** Adds how the thing stood before, where its row of then is not known. */
  public Change from(String state) {
    return telling(new Told(told.subsystemId(), told.standing(), state, told.comment()));
  }

  /** Adds what was said with it, where that is no reason. */
  public Change saying(@Nullable String words) {
    return telling(new Told(told.subsystemId(), told.standing(), told.previousState(), words));
  }

  /** What was said with it, in the words of whoever did it. */
  @Nullable String comment() {
    return told.comment() == null ? reason : told.comment();
  }

  private Change telling(Told more) {
    return new Change(
        action, event, entityType, entityId, projectId, previous, current, metadata, reason, more);
  }
}
