package io.protoworks.identity;

import io.protoworks.identity.RoleInputs.ChangeRoleInput;
import io.protoworks.identity.RoleInputs.CreateRoleInput;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Permission;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class RoleController {
  private final RoleService roles;

  RoleController(RoleService roles) {
    this.roles = roles;
  }

  record RolePayload(Role role) {}

  @QueryMapping
  List<Permission> permissions(Viewer viewer) {
    return roles.listPermissions(viewer);
  }

  @QueryMapping
  Connection<Role> roles(@Arguments RoleQuery query, Viewer viewer) {
    return roles.list(viewer, query);
  }

  @MutationMapping
  RolePayload createRole(@Argument CreateRoleInput input, Viewer viewer) {
    return new RolePayload(roles.create(viewer, input));
  }

  @MutationMapping
  RolePayload changeRole(@Argument ChangeRoleInput input, Viewer viewer) {
    return new RolePayload(roles.change(viewer, input));
  }

  @MutationMapping
  RolePayload deleteRole(@Argument VersionedId<Role> input, Viewer viewer) {
    return new RolePayload(roles.delete(viewer, input));
  }
}
