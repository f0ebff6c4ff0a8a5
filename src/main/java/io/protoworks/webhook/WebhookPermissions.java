package io.protoworks.webhook;

import io.protoworks.platform.Permission;
import io.protoworks.platform.PermissionSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this module's permissions permit. */
@Component
class WebhookPermissions implements PermissionSource {
  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission(
            WebhookPermission.WEBHOOKS_MANAGE,
            "Send a project's events to other systems, and see what became of them."));
  }
}
