package io.protoworks.identity;

import io.protoworks.platform.Change;
import io.protoworks.platform.Change.Action;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Id;
import io.protoworks.platform.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who belongs to which department. Doing twice what is done already changes nothing, so there is no
 * version to name.
 */
@Service
class DepartmentMemberService {
  private static final String USER = "User";

  private final DepartmentMemberMapper members;
  private final DepartmentService departments;
  private final UserService users;
  private final Changes changes;

  DepartmentMemberService(
      DepartmentMemberMapper members,
      DepartmentService departments,
      UserService users,
      Changes changes) {
    this.members = members;
    this.departments = departments;
    this.users = users;
    this.changes = changes;
  }

  /** Whom and what it was about. */
  record Membership(User user, Department department) {}

  record DepartmentMemberInput(Id<User> userId, Id<Department> departmentId) {}

  @Transactional
  Membership assign(Viewer viewer, DepartmentMemberInput input) {
    viewer.require(IdentityPermission.DEPARTMENTS_WRITE);
    User user = users.requireInUse(viewer, input.userId(), "userId");
    Department department = departments.require(viewer, input.departmentId(), "departmentId");
    DepartmentMember member = members.insert(user.id(), department.id());
    if (member != null) {
      changes.record(
          viewer,
          Change.of(Action.UPDATE, USER, "department_assigned", user.id(), null, null, member));
    }
    return new Membership(user, department);
  }

  @Transactional
  Membership remove(Viewer viewer, DepartmentMemberInput input) {
    viewer.require(IdentityPermission.DEPARTMENTS_WRITE);
    User user = users.require(viewer, input.userId(), "userId");
    Department department = departments.require(viewer, input.departmentId(), "departmentId");
    DepartmentMember member = members.delete(user.id(), department.id());
    if (member != null) {
      changes.record(
          viewer,
          Change.of(Action.UPDATE, USER, "department_removed", user.id(), null, member, null));
    }
    return new Membership(user, department);
  }
}
