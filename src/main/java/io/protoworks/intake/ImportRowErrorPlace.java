package io.protoworks.intake;

import io.protoworks.platform.Failure;
import io.protoworks.platform.Page;

/** A place in the list of an import's errors, before the first where both are 0. */
record ImportRowErrorPlace(long rowNumber, int ordinal) {
  static final ImportRowErrorPlace START = new ImportRowErrorPlace(0, 0);
  private static final String SEPARATOR = ":";

  static ImportRowErrorPlace of(ImportRowError error) {
    return new ImportRowErrorPlace(error.rowNumber(), error.ordinal());
  }

  /** Where a page begins, as its cursor says. */
  static ImportRowErrorPlace of(Page page) {
    if (page.key() == null) {
      return START;
    }
    String[] parts = page.key().split(SEPARATOR, -1);
    try {
      if (parts.length == 2) {
        return new ImportRowErrorPlace(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
      }
    } catch (NumberFormatException malformed) {
      throw Failure.badRequest("This cursor does not belong to this list; start without one.");
    }
    throw Failure.badRequest("This cursor does not belong to this list; start without one.");
  }

  String key() {
    return rowNumber + SEPARATOR + ordinal;
  }
}
