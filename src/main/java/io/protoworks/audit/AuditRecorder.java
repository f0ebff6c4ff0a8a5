package io.protoworks.audit;

import io.protoworks.platform.Changes;
import io.protoworks.platform.EventLog;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Writes the changes of a transaction into the log, just before it commits. Every writer locks the
 * heads of the chains that it appends to in one order and keeps them until the commit, so that
 * chains neither fork nor deadlock. An entry's place in its chain is also its place in the event
 * log, if it is an event.
 */
@Service
class AuditRecorder implements Changes.Listener {
  private static final int BATCH_SIZE = 1_000;

  private final AuditChainMapper chains;
  private final EventLog events;
  private final Clock clock;

  AuditRecorder(AuditChainMapper chains, EventLog events, Clock clock) {
    this.chains = chains;
    this.events = events;
    this.clock = clock;
  }

  /** What is held has no place in the chain yet, so that nobody waits while its work goes on. */
  @Override
  public void holding(List<Changes.Recorded> changes) {
    inBatches(changes, facts -> chains.insertDrafts(new AuditFacts(facts)));
  }

  @Override
  public void committing(List<Changes.Recorded> changes, boolean held) {
    if (held) {
      holding(changes);
      chainDrafts();
      return;
    }
    Map<AuditScope, AuditChainHead> heads =
        lockHeads(changes.stream().map(changed -> new AuditScope(changed.change().projectId())));
    OffsetDateTime moment = momentAfter(heads.values());
    inBatches(changes, facts -> append(facts, heads, moment));
  }

  private void chainDrafts() {
    Map<AuditScope, AuditChainHead> heads = lockHeads(chains.listDraftedScopes().stream());
    OffsetDateTime moment = momentAfter(heads.values());
    List<AuditDraft> drafts = chains.listDrafts(Long.MIN_VALUE, BATCH_SIZE);
    while (!drafts.isEmpty()) {
      append(drafts.stream().map(AuditDraft::fact).toList(), heads, moment);
      drafts = chains.listDrafts(drafts.getLast().position(), BATCH_SIZE);
    }
    chains.deleteDrafts();
  }

  /** Few at a time: as JSON, changes take more memory than the rows that they tell of. */
  private static void inBatches(List<Changes.Recorded> changes, Consumer<List<AuditFact>> writer) {
    for (int from = 0; from < changes.size(); from += BATCH_SIZE) {
      int until = Math.min(changes.size(), from + BATCH_SIZE);
      writer.accept(changes.subList(from, until).stream().map(AuditFact::of).toList());
    }
  }

  private void append(
      List<AuditFact> facts, Map<AuditScope, AuditChainHead> heads, OffsetDateTime moment) {
    List<ChainedEntry> entries = facts.stream().map(fact -> chain(fact, heads, moment)).toList();
    chains.append(new AuditBatch(entries));
    events.append(entries.stream().map(ChainedEntry::event).filter(Objects::nonNull).toList());
  }

  private Map<AuditScope, AuditChainHead> lockHeads(Stream<AuditScope> wanted) {
    List<AuditScope> scopes = wanted.distinct().sorted(AuditScope.LOCK_ORDER).toList();
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
      AuditFact fact, Map<AuditScope, AuditChainHead> heads, OffsetDateTime moment) {
    AuditChainHead head = heads.get(fact.scope());
    if (head == null) {
      throw new IllegalStateException(
          "the head of the chain of " + fact.scope() + " is not locked");
    }
    ChainedEntry entry = ChainedEntry.of(head, fact, moment);
    heads.put(fact.scope(), head.after(entry));
    return entry;
  }
}
