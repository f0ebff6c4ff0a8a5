package io.protoworks.identity;

import io.protoworks.platform.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mutations of roles take. A field left out of a change is emptied. */
final class RoleInputs {
  private RoleInputs() {}

  record CreateRoleInput(String name, @Nullable String description, List<String> permissions) {}

  record ChangeRoleInput(
      Id<Role> id,
      int expectedVersion,
      String name,
      @Nullable String description,
      List<String> permissions) {}
}
