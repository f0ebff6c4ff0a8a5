package io.protoworks.identity;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import org.jspecify.annotations.Nullable;

/** Which companies are asked for, in which order, and which page of them. */
record CompanyQuery(
    @Nullable CompanyFilter filter,
    @Nullable CompanyOrder orderBy,
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  /** Which companies; what is left out narrows nothing, and inactive ones are left out. */
  record CompanyFilter(@Nullable CompanyType type, @Nullable Boolean includeInactive) {}

  /** The orders that an index serves. */
  enum CompanyOrder {
    NAME_ASC,
    NAME_DESC
  }

  CompanyFilter matching() {
    return filter == null ? new CompanyFilter(null, null) : filter;
  }

  Page page() {
    CompanyOrder order = orderBy == null ? CompanyOrder.NAME_ASC : orderBy;
    return Page.of(this, order.name(), order == CompanyOrder.NAME_DESC);
  }

  Connection.Place<Company> place() {
    return new Connection.Place<>(Company::name, Company::id);
  }
}
