package io.protoworks.intake;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import org.jspecify.annotations.Nullable;

/** Which page of an import's errors is asked for, in the order of the rows. */
record ImportRowErrorArguments(
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  Page page() {
    return Page.of(this, "ROW_ASC", false);
  }

  Connection.Place<ImportRowError> place() {
    return new Connection.Place<>(
        error -> ImportRowErrorPlace.of(error).key(), ImportRowError::jobId);
  }
}
