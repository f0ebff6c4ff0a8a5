package io.protoworks.notification;

import io.protoworks.platform.JsonForm;
import org.jspecify.annotations.Nullable;

/**
 * What the event of a notification tells; in {@code notifications.payload} as JSON with the
 * components' names.
 *
 * @param v the version of the form
 * @param event what happened, {@code protocol.submitted}
 */
record NotificationPayload(
    int v, String event, @Nullable String previousState, String state, @Nullable String comment)
    implements JsonForm {}
