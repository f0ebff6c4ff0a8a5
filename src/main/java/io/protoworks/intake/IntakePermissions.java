package io.protoworks.intake;

import io.protoworks.platform.Permission;
import io.protoworks.platform.PermissionSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this module's permissions permit. */
@Component
class IntakePermissions implements PermissionSource {
  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission(
            IntakePermission.REGISTERS_IMPORT,
            "Import tag registers, and see the imports of others; together with hierarchy.write."),
        new Permission(IntakePermission.REGISTERS_EXPORT, "Export tag registers."));
  }
}
