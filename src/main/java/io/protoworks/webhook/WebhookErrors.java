package io.protoworks.webhook;

import io.protoworks.platform.Refused;
import io.protoworks.platform.UserError;
import io.protoworks.platform.UserErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The refusals of this module as the graph has them. */
final class WebhookErrors {
  private static final List<String> SELECTION = List.of("input", "selection");

  private WebhookErrors() {}

  /** The selection does not fit the type Event, or asks for too much. */
  record SelectionInvalid(
      String message,
      UserErrorCode code,
      List<String> path,
      @Nullable Integer line,
      @Nullable Integer column)
      implements UserError {}

  /** What happened while the endpoint was disabled is kept no longer. */
  record EventsMissed(String message, UserErrorCode code, List<String> path) implements UserError {}

  static SelectionInvalid selection(
      String message, @Nullable Integer line, @Nullable Integer column) {
    return new SelectionInvalid(
        message, WebhookErrorCode.SELECTION_INVALID, SELECTION, line, column);
  }

  static Refused missed() {
    return new Refused(
        new EventsMissed(
            "Some of what happened since it was disabled is kept no longer. Read anew what the"
                + " receiver follows, and enable it with fromNow: true.",
            WebhookErrorCode.EVENTS_MISSED,
            List.of("input", "fromNow")));
  }
}
