package io.protoworks.identity;

import io.protoworks.identity.DepartmentInputs.ChangeDepartmentInput;
import io.protoworks.identity.DepartmentInputs.CreateDepartmentInput;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Id;
import io.protoworks.platform.Page;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Versioned;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tree of departments. Its members and its manager see a department and all that stand above
 * it; whoever finds all people, or keeps the departments, sees the whole tree.
 */
@Service
public class DepartmentService {
  private static final String TYPE = "Department";
  private static final String NOUN = "department";

  private final DepartmentMapper departments;
  private final UserService users;
  private final Changes changes;

  DepartmentService(DepartmentMapper departments, UserService users, Changes changes) {
    this.departments = departments;
    this.users = users;
    this.changes = changes;
  }

  List<Department> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return departments.listVisibleByIds(Directory.ofDepartments(viewer), ids.toArray(UUID[]::new));
  }

  List<Department> listByParentIds(Viewer viewer, Collection<UUID> parentIds) {
    return departments.listByParentIds(
        Directory.ofDepartments(viewer), parentIds.toArray(UUID[]::new));
  }

  List<DepartmentOfUser> listByUserIds(Viewer viewer, Collection<UUID> userIds) {
    return departments.listByUserIds(Directory.ofDepartments(viewer), userIds.toArray(UUID[]::new));
  }

  Connection<Department> list(Viewer viewer, DepartmentQuery query) {
    Directory directory = Directory.ofDepartments(viewer);
    Page page = query.page();
    return Connection.of(
        departments.listMatching(directory, query.matching(), page),
        page,
        query.place(),
        () -> departments.countMatching(directory, query.matching()));
  }

  @Transactional
  Department create(Viewer viewer, CreateDepartmentInput input) {
    viewer.require(IdentityPermission.DEPARTMENTS_WRITE);
    checkReferences(viewer, input.parentId(), input.managerId());
    Department created = departments.insert(input);
    changes.record(viewer, Change.created(TYPE, created.id(), null, created));
    return created;
  }

  @Transactional
  Department change(Viewer viewer, ChangeDepartmentInput input) {
    viewer.require(IdentityPermission.DEPARTMENTS_WRITE);
    Department before =
        Versioned.expect(
            departments.lockById(Directory.ofDepartments(viewer), input.id().uuid()),
            input.expectedVersion(),
            NOUN);
    checkReferences(viewer, input.parentId(), input.managerId());
    Department after = departments.update(input);
    changes.record(viewer, Change.changed(TYPE, after.id(), null, before, after));
    return after;
  }

  @Transactional
  Department delete(Viewer viewer, VersionedId<Department> input) {
    viewer.require(IdentityPermission.DEPARTMENTS_WRITE);
    Department before =
        Versioned.expect(
            departments.lockToDelete(Directory.ofDepartments(viewer), input.id().uuid()),
            input.expectedVersion(),
            NOUN);
    refuseWhileUsed(viewer, before);
    departments.delete(before.id());
    changes.record(viewer, Change.deleted(TYPE, before.id(), null, before));
    return before;
  }

  /** Refuses a reference to a department that the viewer does not see. */
  Department require(Viewer viewer, Id<Department> id, String field) {
    return listVisibleByIds(viewer, List.of(id.uuid())).stream()
        .findFirst()
        .orElseThrow(() -> Refused.unknown(field, NOUN));
  }

  private void checkReferences(
      Viewer viewer, @Nullable Id<Department> parentId, @Nullable Id<User> managerId) {
    if (parentId != null) {
      require(viewer, parentId, "parentId");
    }
    if (managerId != null) {
      users.requireInUse(viewer, managerId, "managerId");
    }
  }

  private void refuseWhileUsed(Viewer viewer, Department department) {
    int children = departments.countChildren(department.id());
    if (children > 0) {
      List<Department> shown = listByParentIds(viewer, List.of(department.id()));
      throw Refused.inTheWay(
          "%s still has departments below it; move or delete them first."
              .formatted(department.name()),
          shown.stream().limit(Refused.BLOCKERS_SHOWN).toList(),
          children);
    }
    int members = departments.countMembers(department.id());
    if (members > 0) {
      throw Refused.inTheWay(
          "%s still has members; remove them first.".formatted(department.name()),
          departments.listMembers(department.id(), Refused.BLOCKERS_SHOWN),
          members);
    }
  }
}
