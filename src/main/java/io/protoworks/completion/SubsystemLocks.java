package io.protoworks.completion;

import io.protoworks.platform.TransactionScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * Locks subsystems until the transaction ends. Whoever changes what moves their gates or counts
 * does this before locking anything else: such changes then come one after the other, each seeing
 * what the other did, and never deadlock. Several subsystems are locked at once, in one order; what
 * the transaction holds already costs no statement.
 */
@Service
public class SubsystemLocks {
  private final GateMapper gates;

  SubsystemLocks(GateMapper gates) {
    this.gates = gates;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(Collection<UUID> subsystemIds) {
    Held held = held();
    UUID[] missing =
        subsystemIds.stream().filter(id -> !held.subsystemIds.contains(id)).toArray(UUID[]::new);
    if (missing.length > 0) {
      gates.lockSubsystems(missing);
      held.subsystemIds.addAll(List.of(missing));
    }
  }

  /** What the transaction under way has locked. */
  private static final class Held implements TransactionSynchronization {
    private final Set<UUID> subsystemIds = new HashSet<>();
  }

  private static Held held() {
    return TransactionScoped.of(Held.class, Held::new);
  }
}
