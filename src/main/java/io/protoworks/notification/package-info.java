/**
 * What concerns people of what happened: whose turn it is, a pendency assigned or overdue, a gate
 * that opened, being called by name.
 *
 * <p>Nouns: {@link io.protoworks.notification.Notification}, {@link
 * io.protoworks.notification.NotificationPreferences}, {@link io.protoworks.notification.Inbox},
 * how far those of a user go.
 *
 * <p>Invariants, which the database keeps: an event concerns a user once, for the first of the
 * reasons; the notifications of a user have an order, which is that of the commits, so that who
 * follows them resumes exactly. They are made of the event log by one node at a time, with the
 * place in the log in the same transaction; nothing is written for them when something happens. Who
 * hears of what is one statement, {@code NotificationMakerMapper.insertOfEvents}. Nobody is told of
 * what they don't see, nor shown what they don't see any more.
 */
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "identity",
      "audit",
      "plant",
      "template",
      "completion",
      "protocol",
      "event",
      "pendency"
    })
@NullMarked
package io.protoworks.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
