package io.protoworks.protocol;

import io.protoworks.platform.Failure;
import io.protoworks.platform.Page;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/**
 * A place in the list of readings, beside the item's id: the readings of an item share its moment.
 */
record OutOfRangeReadingPlace(OffsetDateTime readAt, int position) {
  /** Before the first; no statement asks for it. */
  private static final OutOfRangeReadingPlace START =
      new OutOfRangeReadingPlace(OffsetDateTime.MAX, 0);

  private static final String SEPARATOR = " ";

  static OutOfRangeReadingPlace of(OutOfRangeReading reading) {
    return new OutOfRangeReadingPlace(reading.readAt(), reading.position());
  }

  /** Where a page begins, as its cursor says. */
  static OutOfRangeReadingPlace of(Page page) {
    if (page.key() == null) {
      return START;
    }
    String[] parts = page.key().split(SEPARATOR, -1);
    try {
      int position = parts.length == 2 ? Integer.parseInt(parts[1]) : 0;
      if (position > 0) {
        return new OutOfRangeReadingPlace(OffsetDateTime.parse(parts[0]), position);
      }
    } catch (DateTimeParseException | NumberFormatException malformed) {
      throw Failure.badRequest("This cursor does not belong to this list; start without one.");
    }
    throw Failure.badRequest("This cursor does not belong to this list; start without one.");
  }

  String key() {
    return readAt + SEPARATOR + position;
  }
}
