package io.protoworks.protocol;

import io.protoworks.platform.Permission;
import io.protoworks.platform.PermissionSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this module's permissions permit. */
@Component
class ProtocolPermissions implements PermissionSource {
  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission(
            ProtocolPermission.RELEASE,
            "Draw protocols up and release them, for a GERENCIADORA or MONTADORA of the project."),
        new Permission(
            ProtocolPermission.EXECUTE,
            "Fill and submit the protocols that the own company executes."),
        new Permission(
            ProtocolPermission.SUPPLY,
            "The same, for a FORNECEDOR that executes protocols of its package."),
        new Permission(
            ProtocolPermission.APPROVE,
            "Approve or reject, for the executor, what was submitted: the first signature."),
        new Permission(
            ProtocolPermission.VALIDATE,
            "Approve or reject items and validate protocols, for a GERENCIADORA: the second"
                + " signature."),
        new Permission(
            ProtocolPermission.FINALIZE,
            "Finalize or reject protocols of C1, for a COMISSIONADORA: the third signature."),
        new Permission(
            ProtocolPermission.ACCEPT,
            "Finalize, reject and reopen protocols, for a CLIENTE: the third signature."),
        new Permission(
            ProtocolPermission.CANCEL, "Cancel protocols, for a GERENCIADORA of the project."),
        new Permission(
            ProtocolPermission.ADMINISTER,
            "Draw up, release, reopen and cancel protocols, whatever the part of the own"
                + " company."));
  }
}
