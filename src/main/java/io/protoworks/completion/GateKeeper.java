package io.protoworks.completion;

import io.protoworks.plant.InSubsystem;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.TransactionScoped;
import io.protoworks.platform.Viewer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * Opens and closes gates: before a transaction commits, those of every subsystem in which it
 * changed what can move them are judged anew. What moved is recorded as done by the system user,
 * and told to whoever waits for it.
 */
@Service
class GateKeeper implements Changes.Consequence {
  private static final Viewer SYSTEM = Viewer.system(Set.of());
  private static final Comparator<GateMove> IN_ORDER =
      Comparator.comparing((GateMove move) -> move.after().subsystemId())
          .thenComparing(move -> move.after().type());

  private final SubsystemLocks locks;
  private final GateMapper gates;
  private final Changes changes;
  private final ObjectProvider<GateListener> listeners;

  GateKeeper(
      SubsystemLocks locks,
      GateMapper gates,
      Changes changes,
      ObjectProvider<GateListener> listeners) {
    this.locks = locks;
    this.gates = gates;
    this.changes = changes;
    this.listeners = listeners;
  }

  @Override
  public void note(List<Changes.Recorded> recorded) {
    noted().subsystemIds.addAll(subsystemsOf(recorded));
  }

  @Override
  public void follow(List<Changes.Recorded> recorded) {
    Set<UUID> subsystems = subsystemsOf(recorded);
    Set<UUID> noted = noted().subsystemIds;
    subsystems.addAll(noted);
    noted.clear();
    if (!subsystems.isEmpty()) {
      locks.lock(subsystems);
      tell(judge(subsystems).stream().sorted(IN_ORDER).toList());
    }
  }

  /** The subsystems of changes that are followed at the end of the transaction. */
  private static final class Noted implements TransactionSynchronization {
    private final Set<UUID> subsystemIds = new HashSet<>();
  }

  private static Noted noted() {
    return TransactionScoped.of(Noted.class, Noted::new);
  }

  private static Set<UUID> subsystemsOf(List<Changes.Recorded> recorded) {
    return recorded.stream()
        .map(Changes.Recorded::change)
        .flatMap(GateKeeper::subsystemsOf)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Where gates can move because of this change. */
  private static Stream<UUID> subsystemsOf(Change change) {
    if (change.previous() instanceof InSubsystem before
        && change.current() instanceof InSubsystem after
        && !after.canMoveGates(before)) {
      return Stream.empty();
    }
    return Stream.of(change.previous(), change.current())
        .filter(InSubsystem.class::isInstance)
        .map(row -> ((InSubsystem) row).subsystemId());
  }

  private List<GateMove> judge(Set<UUID> subsystems) {
    return subsystems.size() == 1
        ? gates.judge(subsystems.iterator().next())
        : gates.judgeAll(subsystems.toArray(UUID[]::new));
  }

  private void tell(List<GateMove> moves) {
    if (moves.isEmpty()) {
      return;
    }
    for (GateMove move : moves) {
      Gate gate = move.after();
      changes.record(
          SYSTEM,
          Change.of(
              Change.Action.UPDATE,
              "Gate",
              move.isOpening() ? "opened" : "closed",
              gate.id(),
              gate.projectId(),
              move.before(),
              gate));
    }
    listeners.orderedStream().forEach(listener -> listener.moved(moves));
  }
}
