package io.protoworks.completion;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import org.jspecify.annotations.Nullable;

/** Which page of the equipments that keep a gate closed is asked for; by tag. */
record UncoveredArguments(
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  Page page() {
    return Page.of(this, "TAG_ASC", false);
  }

  Connection.Place<UncoveredEquipment> place() {
    return new Connection.Place<>(
        uncovered -> uncovered.equipment().tagId(), uncovered -> uncovered.equipment().id());
  }
}
