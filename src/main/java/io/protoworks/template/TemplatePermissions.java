package io.protoworks.template;

import io.protoworks.platform.Permission;
import io.protoworks.platform.PermissionSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this module's permissions permit. */
@Component
class TemplatePermissions implements PermissionSource {
  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission(
            TemplatePermission.TEMPLATES_WRITE,
            "Add, change, publish, withdraw, import, deactivate and restore templates of"
                + " protocols."));
  }
}
