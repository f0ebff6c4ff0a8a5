package io.protoworks.audit;

import io.protoworks.platform.Failure;
import io.protoworks.platform.NodeId;
import io.protoworks.platform.Row;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a chain belongs to.
 *
 * @param projectId the project, null for the global chain
 */
record AuditScope(@Nullable UUID projectId) implements Row {
  static final AuditScope GLOBAL = new AuditScope(null);

  /** The order in which chains are locked, the same for every writer. */
  static final Comparator<AuditScope> LOCK_ORDER =
      Comparator.comparing(
          AuditScope::projectId, Comparator.nullsFirst(Comparator.<UUID>naturalOrder()));

  /** The scope of the project that an input names; the id of anything else is a bad request. */
  static AuditScope of(NodeId project) {
    if (!project.type().equals("Project")) {
      throw Failure.badRequest(
          "This needs an id of the type Project, but that one is of the type %s."
              .formatted(project.type()));
    }
    return new AuditScope(project.uuid());
  }

  /** As the column scope_type has it. */
  public String type() {
    return projectId == null ? "global" : "project";
  }
}
