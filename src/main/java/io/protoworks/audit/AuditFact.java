package io.protoworks.audit;

import io.protoworks.platform.CanonicalJson;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.LoggedEvent.EventState;
import io.protoworks.platform.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry tells, before it has its place in the chain. Its data is canonical JSON.
 *
 * @param eventState what it tells as an event, if it is one; no part of the entry
 */
record AuditFact(
    String scopeType,
    @Nullable UUID scopeId,
    UUID userId,
    String ipAddress,
    @Nullable String userAgent,
    Change.Action action,
    String eventType,
    String entityType,
    UUID entityId,
    @Nullable String previousData,
    @Nullable String newData,
    @Nullable String metadata,
    @Nullable String changeReason,
    EventState eventState)
    implements Row {

  static AuditFact of(Changes.Recorded recorded) {
    Change change = recorded.change();
    return new AuditFact(
        new AuditScope(change.projectId()).type(),
        change.projectId(),
        recorded.viewer().userId(),
        recorded.viewer().client().address().getHostAddress(),
        recorded.viewer().client().userAgent(),
        change.action(),
        change.event(),
        change.entityType(),
        change.entityId(),
        canonical(change.previous()),
        canonical(change.current()),
        canonical(change.metadata()),
        change.reason(),
        EventState.of(change));
  }

  private static @Nullable String canonical(@Nullable Object value) {
    CanonicalJson json = CanonicalJson.ofNullable(value);
    return json == null ? null : json.text();
  }

  AuditScope scope() {
    return new AuditScope(scopeId);
  }
}
