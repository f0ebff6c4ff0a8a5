package io.protoworks.identity;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import org.jspecify.annotations.Nullable;

/** Which disciplines are asked for, in which order, and which page of them. */
record DisciplineQuery(
    @Nullable DisciplineFilter filter,
    @Nullable DisciplineOrder orderBy,
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  /** Which disciplines; inactive ones are left out unless asked for. */
  record DisciplineFilter(@Nullable Boolean includeInactive) {}

  /** The orders that an index serves. */
  enum DisciplineOrder {
    CODE_ASC,
    CODE_DESC
  }

  DisciplineFilter matching() {
    return filter == null ? new DisciplineFilter(null) : filter;
  }

  Page page() {
    DisciplineOrder order = orderBy == null ? DisciplineOrder.CODE_ASC : orderBy;
    return Page.of(this, order.name(), order == DisciplineOrder.CODE_DESC);
  }

  Connection.Place<Discipline> place() {
    return new Connection.Place<>(Discipline::code, Discipline::id);
  }
}
