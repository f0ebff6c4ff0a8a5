package io.protoworks.template;

import io.protoworks.identity.Discipline;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Id;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import io.protoworks.platform.Texts;
import org.jspecify.annotations.Nullable;

/** Which templates are asked for, in which order, and which page of them. */
record ProtocolTemplateQuery(
    @Nullable ProtocolTemplateFilter filter,
    @Nullable ProtocolTemplateOrder orderBy,
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  /** Which templates; what is left out narrows nothing, and inactive ones are left out. */
  record ProtocolTemplateFilter(
      @Nullable ProtocolType type,
      @Nullable Id<Discipline> disciplineId,
      @Nullable TemplateStatus status,
      @Nullable String search,
      @Nullable Boolean latestOnly,
      @Nullable Boolean includeInactive) {
    static final ProtocolTemplateFilter NONE =
        new ProtocolTemplateFilter(null, null, null, null, null, null);

    /** The search as a pattern; asked only where there is one. */
    String pattern() {
      return Texts.containing(search == null ? "" : search);
    }
  }

  /** The orders that an index serves. */
  enum ProtocolTemplateOrder {
    CODE_ASC,
    CODE_DESC
  }

  ProtocolTemplateFilter matching() {
    return filter == null ? ProtocolTemplateFilter.NONE : filter;
  }

  Page page() {
    ProtocolTemplateOrder order = orderBy == null ? ProtocolTemplateOrder.CODE_ASC : orderBy;
    return Page.of(this, order.name(), order == ProtocolTemplateOrder.CODE_DESC);
  }

  Connection.Place<ProtocolTemplate> place() {
    return new Connection.Place<>(ProtocolTemplate::code, ProtocolTemplate::id);
  }
}
