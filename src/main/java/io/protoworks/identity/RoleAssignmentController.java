package io.protoworks.identity;

import io.protoworks.identity.RoleAssignmentService.Assigned;
import io.protoworks.identity.RoleAssignmentService.RoleAssignmentInput;
import io.protoworks.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class RoleAssignmentController {
  private final RoleAssignmentService assignments;

  RoleAssignmentController(RoleAssignmentService assignments) {
    this.assignments = assignments;
  }

  record RoleAssignmentPayload(User user, Role role) {
    static RoleAssignmentPayload of(Assigned assigned) {
      return new RoleAssignmentPayload(assigned.user(), assigned.role());
    }
  }

  @MutationMapping
  RoleAssignmentPayload assignRole(@Argument RoleAssignmentInput input, Viewer viewer) {
    return RoleAssignmentPayload.of(assignments.assign(viewer, input));
  }

  @MutationMapping
  RoleAssignmentPayload removeRole(@Argument RoleAssignmentInput input, Viewer viewer) {
    return RoleAssignmentPayload.of(assignments.remove(viewer, input));
  }
}
