package io.protoworks.identity;

import io.protoworks.platform.Id;
import org.jspecify.annotations.Nullable;

/** What the mutations of departments take. A field left out of a change is emptied. */
final class DepartmentInputs {
  private DepartmentInputs() {}

  record CreateDepartmentInput(
      String name,
      @Nullable Id<Department> parentId,
      @Nullable String description,
      @Nullable Id<User> managerId) {}

  record ChangeDepartmentInput(
      Id<Department> id,
      int expectedVersion,
      String name,
      @Nullable Id<Department> parentId,
      @Nullable String description,
      @Nullable Id<User> managerId) {}
}
