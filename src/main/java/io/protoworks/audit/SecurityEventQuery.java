package io.protoworks.audit;

import io.protoworks.identity.User;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Id;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Which security events are asked for, and which page of them; the newest come first. */
record SecurityEventQuery(
    @Nullable SecurityEventFilter filter,
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  private static final String ORDER = "NEWEST";

  /** Which events; what is left out narrows nothing. */
  record SecurityEventFilter(
      @Nullable String type,
      @Nullable Id<User> userId,
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime until) {}

  SecurityEventFilter matching() {
    return filter == null ? new SecurityEventFilter(null, null, null, null) : filter;
  }

  Page page() {
    return Page.byTime(this, ORDER, true);
  }

  Connection.Place<SecurityEvent> place() {
    return new Connection.Place<>(event -> event.at().toString(), SecurityEvent::id);
  }
}
