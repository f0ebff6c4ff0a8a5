package io.protoworks.event;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import org.jspecify.annotations.Nullable;

/** Which events of a project are asked for, and which page of them; in the order of the log. */
record EventArguments(
    @Nullable EventFilter filter,
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  EventFilter matching() {
    return EventFilter.orNone(filter);
  }

  Page page() {
    return Page.bySequence(this, EventCursor.ORDER, false);
  }

  Connection.Place<Event> place() {
    return new Connection.Place<>(event -> Long.toString(event.sequence()), Event::projectId);
  }
}
