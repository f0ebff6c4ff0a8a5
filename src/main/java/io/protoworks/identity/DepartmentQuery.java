package io.protoworks.identity;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import org.jspecify.annotations.Nullable;

/** Which departments are asked for, in which order, and which page of them. */
record DepartmentQuery(
    @Nullable DepartmentFilter filter,
    @Nullable DepartmentOrder orderBy,
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  /** Which departments; what is left out narrows nothing. */
  record DepartmentFilter(@Nullable Boolean topOnly) {}

  /** The orders that an index serves. */
  enum DepartmentOrder {
    NAME_ASC,
    NAME_DESC
  }

  DepartmentFilter matching() {
    return filter == null ? new DepartmentFilter(null) : filter;
  }

  Page page() {
    DepartmentOrder order = orderBy == null ? DepartmentOrder.NAME_ASC : orderBy;
    return Page.of(this, order.name(), order == DepartmentOrder.NAME_DESC);
  }

  Connection.Place<Department> place() {
    return new Connection.Place<>(Department::name, Department::id);
  }
}
