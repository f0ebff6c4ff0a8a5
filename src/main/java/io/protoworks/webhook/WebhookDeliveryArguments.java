package io.protoworks.webhook;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import org.jspecify.annotations.Nullable;

/** Which deliveries of an endpoint are asked for, and which page of them; the newest come first. */
record WebhookDeliveryArguments(
    @Nullable WebhookDeliveryFilter filter,
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  /** Which deliveries; what is left out narrows nothing. */
  record WebhookDeliveryFilter(@Nullable WebhookDeliveryStatus status) {}

  WebhookDeliveryFilter matching() {
    return filter == null ? new WebhookDeliveryFilter(null) : filter;
  }

  Page page() {
    return Page.byTime(this, "CREATED_AT_DESC", true);
  }

  Connection.Place<WebhookDelivery> place() {
    return new Connection.Place<>(delivery -> delivery.createdAt().toString(), WebhookDelivery::id);
  }
}
