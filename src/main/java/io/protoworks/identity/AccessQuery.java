package io.protoworks.identity;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which of a user's sessions, devices or API keys are asked for: newest first, page by page. */
record AccessQuery(
    @Nullable AccessFilter filter,
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  private static final String ORDER = "CREATED_AT_DESC";

  /** Which; those that ended are left out unless asked for. */
  record AccessFilter(@Nullable Boolean includeEnded) {}

  boolean ended() {
    return filter != null && Boolean.TRUE.equals(filter.includeEnded());
  }

  Page page() {
    return Page.byTime(this, ORDER, true);
  }

  static <T> Connection.Place<T> place(
      Function<T, OffsetDateTime> createdAt, Function<T, UUID> id) {
    return new Connection.Place<>(row -> createdAt.apply(row).toString(), id);
  }
}
