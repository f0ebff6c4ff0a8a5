package io.protoworks.event;

import io.protoworks.platform.Cursor;
import io.protoworks.platform.Failure;
import java.util.UUID;

/** Where somebody stands in the log of a project. */
public final class EventCursor {
  /** The one order that events have. */
  static final String ORDER = "EVENTS";

  private EventCursor() {}

  public static String of(UUID projectId, long sequence) {
    return new Cursor(ORDER, Long.toString(sequence), projectId).encode();
  }

  /** The place of one event. */
  static EventPosition position(String cursor) {
    Cursor place = Cursor.decode(cursor, ORDER);
    return new EventPosition(place.id(), place.number());
  }

  /** The sequence after which to go on in this project's log. */
  static long sequence(String cursor, UUID projectId) {
    Cursor place = Cursor.decode(cursor, ORDER);
    if (!place.id().equals(projectId)) {
      throw Failure.badRequest(
          "This cursor is of another project's events; take eventCursor of this project.");
    }
    return place.number();
  }
}
