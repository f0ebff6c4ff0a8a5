package io.protoworks.audit;

import io.protoworks.audit.AuditAccess.ReadableScopes;
import io.protoworks.audit.AuditLogQuery.AuditLogFilter;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The log, for those who may read it: to everybody else it is empty. */
@Service
class AuditLogService {
  private final AuditLogMapper entries;
  private final AuditAccess access;

  AuditLogService(AuditLogMapper entries, AuditAccess access) {
    this.entries = entries;
    this.access = access;
  }

  List<AuditLog> listReadableByIds(Viewer viewer, Collection<UUID> ids) {
    Long[] numbers = ids.stream().map(UUID::getLeastSignificantBits).toArray(Long[]::new);
    return entries.listReadableByNumbers(access.readable(viewer), numbers).stream()
        .filter(entry -> ids.contains(entry.id()))
        .toList();
  }

  Connection<AuditLog> list(Viewer viewer, AuditLogQuery query) {
    AuditLogFilter filter = query.matching();
    Page page = AuditLogQuery.page(query);
    ReadableScopes readable = readable(viewer, filter);
    return Connection.of(
        entries.listMatching(readable, filter, page),
        page,
        AuditLogQuery.place(),
        () -> entries.countMatching(readable, filter));
  }

  private ReadableScopes readable(Viewer viewer, AuditLogFilter filter) {
    if (filter.projectId() != null) {
      AuditScope scope = AuditScope.of(filter.projectId());
      access.require(viewer, scope);
      return ReadableScopes.only(scope);
    }
    ReadableScopes readable = access.readable(viewer);
    if (readable.isEmpty()) {
      throw Failure.forbidden(AuditPermission.AUDIT_READ);
    }
    return readable;
  }

  List<AuditLog> listByEntities(
      Viewer viewer, String entityType, Collection<UUID> entityIds, Page page) {
    return entries.listByEntityIds(
        access.readable(viewer), entityType, entityIds.toArray(UUID[]::new), page);
  }

  Map<UUID, Integer> countByEntities(Viewer viewer, String entityType, Collection<UUID> entityIds) {
    return ParentCount.byParent(
        entries.countByEntityIds(
            access.readable(viewer), entityType, entityIds.toArray(UUID[]::new)));
  }
}
