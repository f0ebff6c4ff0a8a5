package io.protoworks.identity;

import io.protoworks.identity.DepartmentInputs.ChangeDepartmentInput;
import io.protoworks.identity.DepartmentInputs.CreateDepartmentInput;
import io.protoworks.platform.Connection;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class DepartmentController {
  private final DepartmentService departments;

  DepartmentController(DepartmentService departments) {
    this.departments = departments;
  }

  record DepartmentPayload(Department department) {}

  @QueryMapping
  Connection<Department> departments(@Arguments DepartmentQuery query, Viewer viewer) {
    return departments.list(viewer, query);
  }

  @MutationMapping
  DepartmentPayload createDepartment(@Argument CreateDepartmentInput input, Viewer viewer) {
    return new DepartmentPayload(departments.create(viewer, input));
  }

  @MutationMapping
  DepartmentPayload changeDepartment(@Argument ChangeDepartmentInput input, Viewer viewer) {
    return new DepartmentPayload(departments.change(viewer, input));
  }

  @MutationMapping
  DepartmentPayload deleteDepartment(@Argument VersionedId<Department> input, Viewer viewer) {
    return new DepartmentPayload(departments.delete(viewer, input));
  }
}
