package io.protoworks.platform;

import java.util.List;

/** A bean of a module that names the permissions that its services ask for. */
@FunctionalInterface
public interface PermissionSource {
  List<Permission> permissions();
}
