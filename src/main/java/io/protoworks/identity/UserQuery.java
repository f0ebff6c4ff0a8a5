package io.protoworks.identity;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Id;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import io.protoworks.platform.Texts;
import org.jspecify.annotations.Nullable;

/** Which users are asked for, in which order, and which page of them. */
record UserQuery(
    @Nullable UserFilter filter,
    @Nullable UserOrder orderBy,
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  /** Which users; what is left out narrows nothing, and inactive ones are left out. */
  record UserFilter(
      @Nullable Id<Company> companyId,
      @Nullable UserRole role,
      @Nullable Id<Discipline> disciplineId,
      @Nullable String search,
      @Nullable Boolean includeInactive) {

    /** What names and addresses are compared with; null when nothing was typed. */
    public @Nullable String pattern() {
      return search == null || search.isBlank() ? null : Texts.containing(search.strip());
    }
  }

  /** The orders that an index serves. */
  enum UserOrder {
    NAME_ASC,
    NAME_DESC,
    EMAIL_ASC,
    EMAIL_DESC;

    private boolean isDescending() {
      return this == NAME_DESC || this == EMAIL_DESC;
    }

    private String key(User user) {
      return switch (this) {
        case NAME_ASC, NAME_DESC -> user.name();
        case EMAIL_ASC, EMAIL_DESC -> user.email();
      };
    }
  }

  UserFilter matching() {
    return filter == null ? new UserFilter(null, null, null, null, null) : filter;
  }

  Page page() {
    return Page.of(this, order().name(), order().isDescending());
  }

  Connection.Place<User> place() {
    return new Connection.Place<>(order()::key, User::id);
  }

  /** The place of a user who is listed under something. */
  Connection.Place<UserOfParent> placeUnderParent() {
    return new Connection.Place<>(row -> order().key(row.user()), row -> row.user().id());
  }

  private UserOrder order() {
    return orderBy == null ? UserOrder.NAME_ASC : orderBy;
  }
}
