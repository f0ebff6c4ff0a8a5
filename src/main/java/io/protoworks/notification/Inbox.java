package io.protoworks.notification;

import io.protoworks.platform.Row;
import java.util.UUID;

/**
 * How far the notifications of a user go.
 *
 * @param lastSequence that of the newest
 * @param droppedSequence that of the newest that was dropped
 * @param changes how often one came or was marked
 */
record Inbox(UUID userId, long lastSequence, long droppedSequence, long changes) implements Row {
  /** That of a user who never had any. */
  static Inbox empty(UUID userId) {
    return new Inbox(userId, 0, 0, 0);
  }
}
