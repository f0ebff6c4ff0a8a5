package io.protoworks.audit;

import io.protoworks.platform.Failure;
import io.protoworks.platform.ProjectPermissions;
import io.protoworks.platform.Viewer;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who may read which part of the log. */
@Component
class AuditAccess {
  private final ObjectProvider<ProjectPermissions> projects;

  AuditAccess(ObjectProvider<ProjectPermissions> projects) {
    this.projects = projects;
  }

  /** The chains that a viewer may read, as the statements take them. */
  record ReadableScopes(boolean global, List<UUID> projects) {
    static ReadableScopes only(AuditScope scope) {
      UUID projectId = scope.projectId();
      return new ReadableScopes(
          projectId == null, projectId == null ? List.of() : List.of(projectId));
    }

    public UUID[] projectIds() {
      return projects.toArray(UUID[]::new);
    }

    boolean isEmpty() {
      return !global && projects.isEmpty();
    }
  }

  ReadableScopes readable(Viewer viewer) {
    return new ReadableScopes(
        viewer.may(AuditPermission.SECURITY_READ),
        projects.stream()
            .flatMap(known -> known.listWith(viewer, AuditPermission.AUDIT_READ).stream())
            .toList());
  }

  /** The same refusal whether the project does not exist or its log is not for the viewer. */
  void require(Viewer viewer, AuditScope scope) {
    UUID projectId = scope.projectId();
    if (projectId == null) {
      viewer.require(AuditPermission.SECURITY_READ);
    } else if (projects.stream()
        .noneMatch(permissions -> permissions.may(viewer, AuditPermission.AUDIT_READ, projectId))) {
      throw Failure.forbidden(AuditPermission.AUDIT_READ);
    }
  }
}
