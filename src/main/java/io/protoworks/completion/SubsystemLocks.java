package io.protoworks.completion;

import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Locks subsystems until the transaction ends. Whoever changes what moves their gates or counts
 * does this before locking anything else: such changes then come one after the other, each seeing
 * what the other did, and never deadlock. Several subsystems are locked at once, in one order.
 */
@Service
public class SubsystemLocks {
  private final GateMapper gates;

  SubsystemLocks(GateMapper gates) {
    this.gates = gates;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(Collection<UUID> subsystemIds) {
    if (!subsystemIds.isEmpty()) {
      gates.lockSubsystems(subsystemIds.toArray(UUID[]::new));
    }
  }
}
