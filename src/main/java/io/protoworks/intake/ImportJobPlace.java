package io.protoworks.intake;

import io.protoworks.platform.Failure;
import io.protoworks.platform.Page;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Where a page of imports begins, as its cursor says. */
record ImportJobPlace(@Nullable OffsetDateTime createdAt) {
  static ImportJobPlace of(Page page) {
    try {
      return new ImportJobPlace(page.key() == null ? null : OffsetDateTime.parse(page.key()));
    } catch (DateTimeException malformed) {
      throw Failure.badRequest("This cursor does not belong to this list; start without one.");
    }
  }
}
