package io.protoworks.identity;

import io.protoworks.platform.Permission;
import io.protoworks.platform.PermissionSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this module's permissions permit. */
@Component
class IdentityPermissions implements PermissionSource {
  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission(
            IdentityPermission.COMPANIES_WRITE, "Add, change, deactivate and restore companies."),
        new Permission(
            IdentityPermission.DISCIPLINES_WRITE,
            "Add, change, deactivate and restore disciplines."),
        new Permission(
            IdentityPermission.DEPARTMENTS_WRITE,
            "Keep the tree of departments and say who belongs to which."),
        new Permission(
            IdentityPermission.USERS_READ,
            "Find all companies and people, and see what they may do."),
        new Permission(
            IdentityPermission.USERS_WRITE,
            "Add, change, suspend, deactivate and restore the users whom one finds, reset their"
                + " passwords, and give them roles within one's own permissions."),
        new Permission(
            IdentityPermission.ROLES_WRITE, "Keep the roles, within one's own permissions."),
        new Permission(
            IdentityPermission.ROLES_GRANT,
            "Give and take roles and permissions that one does not have: who administers a project"
                + " signs nothing in it, and still says who may."));
  }
}
