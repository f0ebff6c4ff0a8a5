package io.protoworks.protocol;

import io.protoworks.identity.Company;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Id;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import io.protoworks.template.ProtocolTemplate;
import io.protoworks.template.ProtocolType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which protocols are asked for, in which order, and which page of them. */
record ProtocolArguments(
    @Nullable ProtocolFilter filter,
    @Nullable ProtocolOrder orderBy,
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  /** Which protocols; what is left out narrows nothing, and deactivated ones are left out. */
  record ProtocolFilter(
      @Nullable ProtocolType stage,
      @Nullable List<ProtocolStatus> statuses,
      @Nullable Id<Company> executorCompanyId,
      @Nullable Id<Company> currentCompanyId,
      @Nullable Id<ProtocolTemplate> templateId,
      @Nullable LocalDate dueUntil,
      @Nullable Boolean gateBroken,
      @Nullable Boolean includeInactive) {
    static final ProtocolFilter NONE =
        new ProtocolFilter(null, null, null, null, null, null, null, null);

    static ProtocolFilter of(ProtocolType stage) {
      return new ProtocolFilter(stage, null, null, null, null, null, null, null);
    }

    /** The statuses as the statement takes them; asked only where there are some. */
    String[] statusNames() {
      return statuses == null
          ? new String[0]
          : statuses.stream().map(ProtocolStatus::name).toArray(String[]::new);
    }
  }

  /** The orders that an index serves. */
  enum ProtocolOrder {
    NUMBER_ASC,
    NUMBER_DESC
  }

  ProtocolFilter matching() {
    return filter == null ? ProtocolFilter.NONE : filter;
  }

  Page page() {
    ProtocolOrder order = orderBy == null ? ProtocolOrder.NUMBER_ASC : orderBy;
    return Page.byNumber(this, order.name(), order == ProtocolOrder.NUMBER_DESC);
  }

  Connection.Place<Protocol> place() {
    return new Connection.Place<>(protocol -> Integer.toString(protocol.number()), Protocol::id);
  }

  Connection.Place<ProtocolUnder> placeUnder() {
    return new Connection.Place<>(
        under -> Integer.toString(under.protocol().number()), under -> under.protocol().id());
  }
}
