package io.protoworks.notification;

/** Why somebody hears of an event; for the first of these where there are several reasons. */
public enum NotificationType {
  MENTION,
  PENDENCY_ASSIGNED,
  PENDENCY_TURN,
  PENDENCY_OVERDUE,
  PROTOCOL_TURN,
  GATE_OPENED
}
