package io.protoworks.protocol;

import io.protoworks.completion.GateListener;
import io.protoworks.completion.GateMove;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Viewer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What gates do with protocols, as the system user: those that wait are released when the gate
 * before their stage opens, those that have not begun wait again when it closes, and those that
 * have begun take no signature until it opens again.
 */
@Service
class ProtocolGates implements GateListener {
  private static final Viewer SYSTEM = Viewer.system(Set.of());

  private final ProtocolMapper protocols;
  private final ProtocolStatusHistoryMapper history;
  private final Changes changes;

  ProtocolGates(ProtocolMapper protocols, ProtocolStatusHistoryMapper history, Changes changes) {
    this.protocols = protocols;
    this.history = history;
    this.changes = changes;
  }

  @Override
  public void moved(List<GateMove> moves) {
    open(guarded(moves, true));
    close(guarded(moves, false));
  }

  /** Releases a protocol that was just put before an open gate. */
  Protocol release(Protocol awaiting) {
    return release(GateColumns.before(List.of(awaiting))).stream()
        .filter(released -> released.id().equals(awaiting.id()))
        .findFirst()
        .orElseThrow();
  }

  /** The same of many, each as it is then. */
  List<Protocol> releaseAll(List<Protocol> awaiting) {
    return awaiting.isEmpty() ? awaiting : release(GateColumns.before(awaiting));
  }

  private void open(GateColumns gates) {
    if (gates.subsystemIds().length > 0) {
      release(gates);
      recordChanges(protocols.markBroken(SYSTEM.userId(), gates, false), "gate_mended", null);
    }
  }

  private void close(GateColumns gates) {
    if (gates.subsystemIds().length > 0) {
      List<Protocol> held = protocols.holdReleased(SYSTEM.userId(), gates);
      appendHistory(held);
      recordChanges(held, "held", ProtocolStatus.RELEASED);
      recordChanges(protocols.markBroken(SYSTEM.userId(), gates, true), "gate_broken", null);
    }
  }

  private List<Protocol> release(GateColumns gates) {
    List<Protocol> released = protocols.releaseAwaiting(SYSTEM.userId(), gates);
    appendHistory(released);
    recordChanges(released, "released", ProtocolStatus.AWAITING_GATE);
    return released;
  }

  private void appendHistory(List<Protocol> after) {
    if (!after.isEmpty()) {
      history.appendAll(HistoryColumns.of(SYSTEM, after));
    }
  }

  /**
   * As done by the system.
   *
   * @param before the status that all had; null where they have it still
   */
  private void recordChanges(List<Protocol> after, String verb, @Nullable ProtocolStatus before) {
    for (Protocol protocol : after) {
      changes.record(
          SYSTEM,
          Change.of(
                  Change.Action.UPDATE,
                  ProtocolSteps.TYPE,
                  verb,
                  protocol.id(),
                  protocol.projectId(),
                  null,
                  protocol)
              .from((before == null ? protocol.status() : before).name()));
    }
  }

  /** The subsystems and stages that these moves let work begin in, or keep it from. */
  private static GateColumns guarded(List<GateMove> moves, boolean opening) {
    List<GateMove> alike =
        moves.stream()
            .filter(move -> move.isOpening() == opening && move.after().opens() != null)
            .toList();
    return new GateColumns(
        alike.stream().map(move -> move.after().subsystemId()).toArray(UUID[]::new),
        alike.stream().map(move -> String.valueOf(move.after().opens())).toArray(String[]::new));
  }
}
