package io.protoworks.intake;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import org.jspecify.annotations.Nullable;

/** Which page of a project's imports is asked for; the newest come first. */
record ImportJobArguments(
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  Page page() {
    return Page.of(this, "CREATED_AT_DESC", true);
  }

  Connection.Place<ImportJob> place() {
    return new Connection.Place<>(job -> job.createdAt().toString(), ImportJob::id);
  }
}
