package io.protoworks.webhook;

/** The permissions that this module asks for, as roles hold them. */
public final class WebhookPermission {
  public static final String WEBHOOKS_MANAGE = "webhooks.manage";

  private WebhookPermission() {}
}
