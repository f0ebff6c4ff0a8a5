package io.protoworks.audit;

import io.protoworks.platform.Viewer;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Proves that nobody altered the log. */
@Service
class AuditChainService {
  private static final int STRETCH = 1_000;

  private final AuditChainMapper chains;
  private final AuditAccess access;

  AuditChainService(AuditChainMapper chains, AuditAccess access) {
    this.chains = chains;
    this.access = access;
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  AuditChainVerification verify(Viewer viewer, AuditScope scope) {
    access.require(viewer, scope);
    return verify(scope);
  }

  /** One snapshot, so that entries that are written meanwhile do not look like surplus ones. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  AuditChainVerification verify(AuditScope scope) {
    AuditChainCheck check = new AuditChainCheck(scope, chains.findHead(scope));
    List<AuditChainLink> links =
        chains.listLinks(scope, Long.MIN_VALUE, OffsetDateTime.MIN, STRETCH);
    while (!links.isEmpty() && links.stream().allMatch(check::follow)) {
      AuditChainLink last = links.getLast();
      links = chains.listLinks(scope, last.sequence(), last.timestamp(), STRETCH);
    }
    return check.outcome();
  }
}
