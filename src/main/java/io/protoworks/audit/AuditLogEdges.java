package io.protoworks.audit;

import io.protoworks.identity.ApiKey;
import io.protoworks.identity.Company;
import io.protoworks.identity.Department;
import io.protoworks.identity.Device;
import io.protoworks.identity.Discipline;
import io.protoworks.identity.Role;
import io.protoworks.identity.Session;
import io.protoworks.identity.User;
import io.protoworks.identity.UserProfile;
import io.protoworks.identity.UserService;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

/** The log's entries, and the audit trails of the types that stand below this module. */
@Component
class AuditLogEdges implements GraphModule {
  private final AuditLogService entries;
  private final AuditTrail trail;
  private final UserService users;

  AuditLogEdges(AuditLogService entries, AuditTrail trail, UserService users) {
    this.entries = entries;
    this.trail = trail;
    this.users = users;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(AuditLog.class, "AuditLog", AuditLog::id, entries::listReadableByIds);
    graph.one(
        "AuditLog", "user", AuditLog::userId, (viewer, ids) -> users.listByIds(ids), User::id);
    graph.reference("AuditLog", "entity", AuditLog::entity);
    trail.declare(graph, "Company", Company::id);
    trail.declare(graph, "Discipline", Discipline::id);
    trail.declare(graph, "Department", Department::id);
    trail.declare(graph, "User", User::id);
    trail.declare(graph, "UserProfile", UserProfile::userId);
    trail.declare(graph, "Role", Role::id);
    trail.declare(graph, "Session", Session::id);
    trail.declare(graph, "Device", Device::id);
    trail.declare(graph, "ApiKey", ApiKey::id);
  }
}
