package io.protoworks.plant;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import org.jspecify.annotations.Nullable;

/** Which of a company's projects are asked for, by code. */
record CompanyProjectsArguments(
    @Nullable Boolean includeInactive,
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {
  boolean withInactive() {
    return Boolean.TRUE.equals(includeInactive);
  }

  Page page() {
    return Page.of(this, "CODE", false);
  }

  Connection.Place<ProjectUnder> place() {
    return new Connection.Place<>(under -> under.project().code(), under -> under.project().id());
  }
}
