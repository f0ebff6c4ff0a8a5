package io.protoworks.pendency;

import io.protoworks.identity.Company;
import io.protoworks.plant.Equipment;
import io.protoworks.plant.Subsystem;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Id;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import io.protoworks.platform.Texts;
import io.protoworks.template.PendencyType;
import io.protoworks.template.ProtocolType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which pendencies are asked for, in which order, and which page of them. */
record PendencyArguments(
    @Nullable PendencyFilter filter,
    @Nullable PendencyOrder orderBy,
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  /** Which pendencies; what is left out narrows nothing. */
  record PendencyFilter(
      @Nullable PendencyType type,
      @Nullable PendencyStatus status,
      @Nullable Boolean cleared,
      @Nullable ProtocolType stage,
      @Nullable Id<Company> raisedByCompanyId,
      @Nullable Id<Company> clearingCompanyId,
      @Nullable Boolean assignedToMe,
      @Nullable Boolean overdue,
      @Nullable LocalDate dueUntil,
      @Nullable Id<Equipment> equipmentId,
      @Nullable Id<Subsystem> subsystemId,
      @Nullable String search) {
    static final PendencyFilter NONE =
        new PendencyFilter(null, null, null, null, null, null, null, null, null, null, null, null);

    static final PendencyFilter OPEN = open(null);

    /** The open ones of a type. */
    static PendencyFilter open(@Nullable PendencyType type) {
      return new PendencyFilter(
          type, PendencyStatus.OPEN, null, null, null, null, null, null, null, null, null, null);
    }

    /** What descriptions are compared with; null when nothing was typed. */
    public @Nullable String pattern() {
      return search == null || search.isBlank() ? null : Texts.containing(search.strip());
    }
  }

  /** The orders that an index serves. */
  enum PendencyOrder {
    NUMBER_ASC,
    NUMBER_DESC,
    DUE_ON_ASC,
    DUE_ON_DESC,
    RAISED_ASC,
    RAISED_DESC;

    private Page page(PageArguments arguments) {
      return switch (this) {
        case NUMBER_ASC, NUMBER_DESC -> Page.byNumber(arguments, name(), this == NUMBER_DESC);
        case DUE_ON_ASC, DUE_ON_DESC -> Page.byDay(arguments, name(), this == DUE_ON_DESC);
        case RAISED_ASC, RAISED_DESC -> Page.byTime(arguments, name(), this == RAISED_DESC);
      };
    }

    private String key(Pendency pendency) {
      return switch (this) {
        case NUMBER_ASC, NUMBER_DESC -> Integer.toString(pendency.number());
        case DUE_ON_ASC, DUE_ON_DESC -> Page.keyOf(pendency.dueOn());
        case RAISED_ASC, RAISED_DESC -> pendency.createdAt().toString();
      };
    }
  }

  /** The open ones of something, by number. */
  record Open(
      @Nullable Integer first,
      @Nullable String after,
      @Nullable Integer last,
      @Nullable String before)
      implements PageArguments {
    Page page() {
      return PendencyOrder.NUMBER_ASC.page(this);
    }

    Connection.Place<PendencyUnder> placeUnder() {
      return placeBy(PendencyOrder.NUMBER_ASC);
    }
  }

  PendencyFilter matching() {
    return filter == null ? PendencyFilter.NONE : filter;
  }

  Page page() {
    return order().page(this);
  }

  Connection.Place<Pendency> place() {
    return new Connection.Place<>(order()::key, Pendency::id);
  }

  Connection.Place<PendencyUnder> placeUnder() {
    return placeBy(order());
  }

  private static Connection.Place<PendencyUnder> placeBy(PendencyOrder order) {
    return new Connection.Place<>(
        under -> order.key(under.pendency()), under -> under.pendency().id());
  }

  private PendencyOrder order() {
    return orderBy == null ? PendencyOrder.NUMBER_ASC : orderBy;
  }
}
