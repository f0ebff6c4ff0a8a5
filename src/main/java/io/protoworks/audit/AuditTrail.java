package io.protoworks.audit;

import io.protoworks.audit.AuditLogQuery.TrailArguments;
import io.protoworks.platform.Graph;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The field {@code auditTrail} of a type: every entry about the object that the viewer may read.
 * The module that owns the type declares it, and says in its section of the schema {@code
 * auditTrail(first: Int, after: String, last: Int, before: String): AuditLogConnection!}.
 */
@Component
public class AuditTrail {
  private static final String FIELD = "auditTrail";

  private final AuditLogService entries;

  AuditTrail(AuditLogService entries) {
    this.entries = entries;
  }

  /**
   * Declares the field.
   *
   * @param type the type's name, under which its changes are recorded
   */
  public <P> void declare(Graph graph, String type, Function<P, @Nullable UUID> id) {
    graph.<P, TrailArguments, AuditLog>connection(
        type,
        FIELD,
        id,
        TrailArguments.class,
        new Graph.Paging<>(AuditLogQuery::page, arguments -> AuditLogQuery.place()),
        (viewer, ids, arguments, page) -> entries.listByEntities(viewer, type, ids, page),
        AuditLog::entityId,
        (viewer, ids, arguments) -> entries.countByEntities(viewer, type, ids));
  }
}
