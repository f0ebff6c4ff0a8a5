package io.protoworks.audit;

import io.protoworks.platform.Permission;
import io.protoworks.platform.PermissionSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this module's permissions permit. */
@Component
class AuditPermissions implements PermissionSource {
  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission(
            AuditPermission.AUDIT_READ,
            "Read who did what in the projects that one sees, and verify their audit chains."),
        new Permission(
            AuditPermission.SECURITY_READ,
            "Read what was done outside projects, and the security events."));
  }
}
