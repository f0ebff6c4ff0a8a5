package io.protoworks.identity;

import io.protoworks.identity.DepartmentMemberService.DepartmentMemberInput;
import io.protoworks.identity.DepartmentMemberService.Membership;
import io.protoworks.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class DepartmentMemberController {
  private final DepartmentMemberService members;

  DepartmentMemberController(DepartmentMemberService members) {
    this.members = members;
  }

  record DepartmentMemberPayload(User user, Department department) {
    static DepartmentMemberPayload of(Membership membership) {
      return new DepartmentMemberPayload(membership.user(), membership.department());
    }
  }

  @MutationMapping
  DepartmentMemberPayload assignDepartment(@Argument DepartmentMemberInput input, Viewer viewer) {
    return DepartmentMemberPayload.of(members.assign(viewer, input));
  }

  @MutationMapping
  DepartmentMemberPayload removeDepartment(@Argument DepartmentMemberInput input, Viewer viewer) {
    return DepartmentMemberPayload.of(members.remove(viewer, input));
  }
}
