package io.protoworks.completion;

import io.protoworks.platform.Permission;
import io.protoworks.platform.PermissionSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this module's permissions permit. */
@Component
class CompletionPermissions implements PermissionSource {
  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission(
            CompletionPermission.GATES_WAIVE,
            "Exempt equipments from a stage, and revoke that; for people of the GERENCIADORA or the"
                + " CLIENTE of the project."));
  }
}
