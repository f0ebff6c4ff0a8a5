package io.protoworks.identity;

import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import java.util.Objects;
import org.springframework.stereotype.Component;

@Component
class DepartmentEdges implements GraphModule {
  private final DepartmentService departments;
  private final UserService users;

  DepartmentEdges(DepartmentService departments, UserService users) {
    this.departments = departments;
    this.users = users;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(Department.class, "Department", Department::id, departments::listVisibleByIds);
    graph.one("Department", "parent", Department::parentId, Department.class);
    graph.list(
        "Department",
        "children",
        Department::id,
        Graph.NoArguments.class,
        (viewer, ids, none) -> departments.listByParentIds(viewer, ids),
        department -> Objects.requireNonNull(department.parentId()));
    graph.one(
        "Department",
        "manager",
        Department::managerId,
        (viewer, ids) -> users.listByIds(ids),
        User::id);
    graph.list(
        "User",
        "departments",
        User::id,
        Graph.NoArguments.class,
        (viewer, ids, none) -> departments.listByUserIds(viewer, ids),
        DepartmentOfUser::userId,
        DepartmentOfUser::department);
  }
}
