package io.protoworks.audit;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Page;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The security events, for those who may read them. */
@Service
class SecurityEventService {
  private final SecurityEventMapper events;

  SecurityEventService(SecurityEventMapper events) {
    this.events = events;
  }

  List<SecurityEvent> listReadableByIds(Viewer viewer, Collection<UUID> ids) {
    return viewer.may(AuditPermission.SECURITY_READ)
        ? events.listByIds(ids.toArray(UUID[]::new))
        : List.of();
  }

  Connection<SecurityEvent> list(Viewer viewer, SecurityEventQuery query) {
    viewer.require(AuditPermission.SECURITY_READ);
    Page page = query.page();
    return Connection.of(
        events.listMatching(query.matching(), page),
        page,
        query.place(),
        () -> events.countMatching(query.matching()));
  }
}
