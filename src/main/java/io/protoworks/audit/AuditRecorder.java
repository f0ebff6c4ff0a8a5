package io.protoworks.audit;

import io.protoworks.platform.Changes;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Writes the changes of a transaction into the log, just before it commits. Every writer locks the
 * heads of the chains that it appends to in one order and keeps them until the commit, so that
 * chains neither fork nor deadlock.
 */
@Service
class AuditRecorder implements Changes.Listener {
  private static final int BATCH_SIZE = 1_000;

  private final AuditChainMapper chains;
  private final Clock clock;

  AuditRecorder(AuditChainMapper chains, Clock clock) {
    this.chains = chains;
    this.clock = clock;
  }

  @Override
  public void committing(List<Changes.Recorded> changes) {
    Map<AuditScope, AuditChainHead> heads = lockHeads(changes);
    OffsetDateTime moment = momentAfter(heads.values());
    List<ChainedEntry> batch = new ArrayList<>(Math.min(changes.size(), BATCH_SIZE));
    for (Changes.Recorded recorded : changes) {
      batch.add(chain(recorded, heads, moment));
      if (batch.size() == BATCH_SIZE) {
        chains.append(new AuditBatch(batch));
        batch.clear();
      }
    }
    if (!batch.isEmpty()) {
      chains.append(new AuditBatch(batch));
    }
  }

  private Map<AuditScope, AuditChainHead> lockHeads(List<Changes.Recorded> changes) {
    List<AuditScope> scopes =
        changes.stream()
            .map(recorded -> new AuditScope(recorded.change().projectId()))
            .distinct()
            .sorted(AuditScope.LOCK_ORDER)
            .toList();
    Map<AuditScope, AuditChainHead> heads = new HashMap<>();
    AuditChainHead only = scopes.size() == 1 ? chains.lockHead(scopes.getFirst()) : null;
    if (only != null) {
      heads.put(only.scope(), only);
      return heads;
    }
    @Nullable UUID[] projectIds =
        scopes.stream().<@Nullable UUID>map(AuditScope::projectId).toArray(UUID[]::new);
    chains
        .lockHeads(scopes.stream().map(AuditScope::type).toArray(String[]::new), projectIds)
        .forEach(head -> heads.put(head.scope(), head));
    return heads;
  }

  /** Now, but never before the last entries of the chains: other servers' clocks may be ahead. */
  private OffsetDateTime momentAfter(Collection<AuditChainHead> heads) {
    OffsetDateTime moment =
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    for (AuditChainHead head : heads) {
      if (head.updatedAt().isAfter(moment)) {
        moment = head.updatedAt();
      }
    }
    return moment;
  }

  private static ChainedEntry chain(
      Changes.Recorded recorded, Map<AuditScope, AuditChainHead> heads, OffsetDateTime moment) {
    AuditScope scope = new AuditScope(recorded.change().projectId());
    AuditChainHead head = heads.get(scope);
    if (head == null) {
      throw new IllegalStateException("the head of the chain of " + scope + " is not locked");
    }
    ChainedEntry entry =
        ChainedEntry.of(head, AuditEntry.of(recorded, scope, head.sequence() + 1, moment));
    heads.put(scope, head.after(entry));
    return entry;
  }
}
