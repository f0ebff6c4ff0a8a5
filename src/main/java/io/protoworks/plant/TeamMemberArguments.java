package io.protoworks.plant;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import org.jspecify.annotations.Nullable;

/** Which page of a project's team is asked for; who joined first stands first. */
record TeamMemberArguments(
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {
  Page page() {
    return Page.byTime(this, "JOINED_AT", false);
  }

  Connection.Place<TeamMember> place() {
    return new Connection.Place<>(member -> member.joinedAt().toString(), TeamMember::id);
  }
}
