package io.protoworks.protocol;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import io.protoworks.template.ProtocolType;
import org.jspecify.annotations.Nullable;

/** Which readings beyond their limits are asked for, and which page of them; the newest first. */
record OutOfRangeReadingArguments(
    @Nullable OutOfRangeReadingFilter filter,
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  /** Which readings; what is left out narrows nothing. */
  record OutOfRangeReadingFilter(@Nullable String point, @Nullable ProtocolType stage) {
    static final OutOfRangeReadingFilter NONE = new OutOfRangeReadingFilter(null, null);
  }

  OutOfRangeReadingFilter matching() {
    return filter == null ? OutOfRangeReadingFilter.NONE : filter;
  }

  Page page() {
    return Page.of(this, "READ_DESC", true);
  }

  Connection.Place<OutOfRangeReadingUnder> placeUnder() {
    return new Connection.Place<>(
        under -> OutOfRangeReadingPlace.of(under.reading()).key(),
        under -> under.reading().protocolItemId());
  }
}
