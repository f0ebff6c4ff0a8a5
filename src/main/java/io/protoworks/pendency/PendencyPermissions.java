package io.protoworks.pendency;

import io.protoworks.platform.Permission;
import io.protoworks.platform.PermissionSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this module's permissions permit. */
@Component
class PendencyPermissions implements PermissionSource {
  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission(
            PendencyPermission.RAISE,
            "Raise pendencies, for a company that takes part in the project, and change those that"
                + " it raised; for a GERENCIADORA all."),
        new Permission(
            PendencyPermission.CLEAR, "Clear the pendencies that the own company has to clear."),
        new Permission(
            PendencyPermission.VERIFY,
            "Verify, or refuse, the clearing of pendencies that the own company raised; for a"
                + " GERENCIADORA of all."));
  }
}
