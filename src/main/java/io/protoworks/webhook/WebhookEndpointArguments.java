package io.protoworks.webhook;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import org.jspecify.annotations.Nullable;

/** Which page of a project's endpoints is asked for; in the order in which they were made. */
record WebhookEndpointArguments(
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  Page page() {
    return Page.byTime(this, "CREATED_AT_ASC", false);
  }

  Connection.Place<WebhookEndpoint> place() {
    return new Connection.Place<>(endpoint -> endpoint.createdAt().toString(), WebhookEndpoint::id);
  }
}
