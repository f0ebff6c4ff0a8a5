package io.protoworks.identity;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import org.jspecify.annotations.Nullable;

/** In which order roles are asked for, and which page of them. */
record RoleQuery(
    @Nullable RoleOrder orderBy,
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  /** The orders that an index serves. */
  enum RoleOrder {
    NAME_ASC,
    NAME_DESC
  }

  Page page() {
    RoleOrder order = orderBy == null ? RoleOrder.NAME_ASC : orderBy;
    return Page.of(this, order.name(), order == RoleOrder.NAME_DESC);
  }

  Connection.Place<Role> place() {
    return new Connection.Place<>(Role::name, Role::id);
  }
}
