package io.protoworks.plant;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import io.protoworks.platform.Texts;
import org.jspecify.annotations.Nullable;

/** Which projects are asked for, in which order, and which page of them. */
record ProjectQuery(
    @Nullable ProjectFilter filter,
    @Nullable ProjectOrder orderBy,
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  /** Which projects; what is left out narrows nothing, and inactive ones are left out. */
  record ProjectFilter(
      @Nullable String search,
      @Nullable String tag,
      @Nullable Boolean favoritesOnly,
      @Nullable Boolean includeInactive) {
    static final ProjectFilter NONE = new ProjectFilter(null, null, null, null);

    /** The search as a pattern; asked only where there is one. */
    String pattern() {
      return Texts.containing(search == null ? "" : search);
    }
  }

  /** The orders that an index serves. */
  enum ProjectOrder {
    CODE_ASC,
    CODE_DESC,
    NAME_ASC,
    NAME_DESC;

    boolean isByName() {
      return this == NAME_ASC || this == NAME_DESC;
    }

    boolean isDescending() {
      return this == CODE_DESC || this == NAME_DESC;
    }
  }

  ProjectFilter matching() {
    return filter == null ? ProjectFilter.NONE : filter;
  }

  ProjectOrder order() {
    return orderBy == null ? ProjectOrder.CODE_ASC : orderBy;
  }

  Page page() {
    return Page.of(this, order().name(), order().isDescending());
  }

  Connection.Place<Project> place() {
    return new Connection.Place<>(order().isByName() ? Project::name : Project::code, Project::id);
  }
}
