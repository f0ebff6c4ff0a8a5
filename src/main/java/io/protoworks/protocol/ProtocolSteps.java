package io.protoworks.protocol;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes one step of a protocol that was opened for it: the row, its history and the change, which
 * stand or fall together.
 */
@Service
class ProtocolSteps {
  static final String TYPE = "Protocol";

  private final ProtocolMapper protocols;
  private final Changes changes;
  private final Clock clock;

  ProtocolSteps(ProtocolMapper protocols, Changes changes, Clock clock) {
    this.protocols = protocols;
    this.changes = changes;
    this.clock = clock;
  }

  /** Why a step is taken, where it needs a reason. */
  record Reason(@Nullable String text, boolean isDocumental) {
    static final Reason NONE = new Reason(null, false);
  }

  /** Fails on what is for others to do, and refuses what something keeps from being done. */
  void requireClear(ProtocolCase opened, ProtocolTransition transition) {
    List<TransitionBlocker> blockers = opened.blockers(transition);
    for (TransitionBlocker blocker : blockers) {
      if (blocker.code() == BlockerCode.NOT_PERMITTED) {
        throw Failure.forbiddenBecause(blocker.message());
      }
    }
    if (!blockers.isEmpty()) {
      throw new Refused(TransitionBlocked.of(opened.protocol(), blockers));
    }
  }

  Protocol take(
      Viewer viewer,
      ProtocolCase opened,
      ProtocolTransition transition,
      ProtocolStatus next,
      Reason reason) {
    Protocol before = opened.protocol();
    boolean begins =
        next == ProtocolStatus.IN_PROGRESS && before.status() == ProtocolStatus.REJECTED;
    boolean gateBroken =
        !next.isDone()
            && next != ProtocolStatus.AWAITING_GATE
            && next != ProtocolStatus.RELEASED
            && !opened.facts().gateOpen();
    Protocol after =
        protocols.takeStep(
            viewer.userId(),
            new ProtocolStep(
                before.id(),
                before.version(),
                next,
                begins ? before.round() + 1 : before.round(),
                ProtocolParties.turn(next, before, opened.facts()),
                gateBroken,
                now(),
                viewer.client().address(),
                reason.text(),
                reason.isDocumental()));
    if (after == null) {
      throw Refused.stale(protocols.listByIds(new UUID[] {before.id()}).getFirst());
    }
    changes.record(
        viewer,
        Change.of(
                transition.action(),
                TYPE,
                transition.verb(),
                after.id(),
                after.projectId(),
                before,
                after)
            .because(reason.text()));
    return after;
  }

  OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }
}
