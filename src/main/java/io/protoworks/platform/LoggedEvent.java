package io.protoworks.platform;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, with its place in the log.
 *
 * @param type what happened, {@code protocol.submitted}
 * @param entityType the graph's type of the thing that it happened to
 */
public record LoggedEvent(
    UUID projectId,
    long sequence,
    OffsetDateTime occurredAt,
    String type,
    String entityType,
    UUID entityId,
    UUID userId,
    EventState state) {

  /**
   * What an event tells of the thing beside its record.
   *
   * @param state how it stands since; null for what is no event
   * @param comment what was said with it
   */
  public record EventState(
      @Nullable UUID subsystemId,
      @Nullable UUID protocolId,
      @Nullable String previousState,
      @Nullable String state,
      @Nullable String comment)
      implements Row {
    private static final EventState NONE = new EventState(null, null, null, null, null);

    /** Of a change of a project's thing that is followed; of others there is nothing to tell. */
    public static EventState of(Change change) {
      Followed after = standing(change);
      if (change.projectId() == null || after == null) {
        return NONE;
      }
      UUID subsystem = after.followedSubsystem();
      return new EventState(
          subsystem == null ? change.told().subsystemId() : subsystem,
          after.followedProtocol(),
          change.previous() instanceof Followed before
              ? before.stateNow()
              : change.told().previousState(),
          after.stateNow(),
          change.comment());
    }

    private static @Nullable Followed standing(Change change) {
      Followed told = change.told().standing();
      return told == null && change.current() instanceof Followed after ? after : told;
    }

    public boolean isEvent() {
      return state != null;
    }
  }
}
