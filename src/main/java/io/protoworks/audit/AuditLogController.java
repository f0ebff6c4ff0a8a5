package io.protoworks.audit;

import io.protoworks.platform.Connection;
import io.protoworks.platform.NodeId;
import io.protoworks.platform.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class AuditLogController {
  private final AuditLogService entries;
  private final AuditChainService chains;

  AuditLogController(AuditLogService entries, AuditChainService chains) {
    this.entries = entries;
    this.chains = chains;
  }

  @QueryMapping
  Connection<AuditLog> auditLogs(@Arguments AuditLogQuery query, Viewer viewer) {
    return entries.list(viewer, query);
  }

  @QueryMapping
  AuditChainVerification verifyAuditChain(@Argument @Nullable NodeId projectId, Viewer viewer) {
    return chains.verify(viewer, projectId == null ? AuditScope.GLOBAL : AuditScope.of(projectId));
  }
}
