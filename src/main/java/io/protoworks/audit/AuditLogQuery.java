package io.protoworks.audit;

import io.protoworks.identity.User;
import io.protoworks.platform.Change;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Id;
import io.protoworks.platform.NodeId;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Which entries are asked for, and which page of them; the newest come first. */
record AuditLogQuery(
    @Nullable AuditLogFilter filter,
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  private static final String ORDER = "NEWEST";

  /** Which entries; what is left out narrows nothing. */
  record AuditLogFilter(
      @Nullable NodeId projectId,
      @Nullable NodeId entityId,
      @Nullable Id<User> userId,
      Change.@Nullable Action action,
      @Nullable String eventType,
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime until) {
    static final AuditLogFilter NONE = new AuditLogFilter(null, null, null, null, null, null, null);
  }

  /** The entries of one object, page by page. */
  record TrailArguments(
      @Nullable Integer first,
      @Nullable String after,
      @Nullable Integer last,
      @Nullable String before)
      implements PageArguments {}

  AuditLogFilter matching() {
    return filter == null ? AuditLogFilter.NONE : filter;
  }

  static Page page(PageArguments arguments) {
    return Page.byTime(arguments, ORDER, true);
  }

  static Connection.Place<AuditLog> place() {
    return new Connection.Place<>(entry -> entry.at().toString(), AuditLog::id);
  }
}
