package io.protoworks.notification;

import io.protoworks.platform.Cursor;
import io.protoworks.platform.Failure;
import java.util.UUID;

/** Where a user stands among their notifications. */
final class NotificationCursor {
  /** The one order that they have; lists begin at its end. */
  static final String ORDER = "NOTIFICATIONS";

  private NotificationCursor() {}

  static String of(UUID userId, long sequence) {
    return new Cursor(ORDER, Long.toString(sequence), userId).encode();
  }

  /** The sequence after which to go on. */
  static long sequence(String cursor, UUID userId) {
    Cursor place = Cursor.decode(cursor, ORDER);
    if (!place.id().equals(userId)) {
      throw Failure.badRequest("This cursor is of another user's notifications.");
    }
    return place.number();
  }
}
