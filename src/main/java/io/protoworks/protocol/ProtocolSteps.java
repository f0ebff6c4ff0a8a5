package io.protoworks.protocol;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes steps of protocols that were opened for them: the row, its history and the change, which
 * stand or fall together.
 */
@Service
class ProtocolSteps {
  static final String TYPE = "Protocol";

  private final ProtocolMapper protocols;
  private final ProtocolStatusHistoryMapper history;
  private final Changes changes;
  private final Clock clock;

  ProtocolSteps(
      ProtocolMapper protocols, ProtocolStatusHistoryMapper history, Changes changes, Clock clock) {
    this.protocols = protocols;
    this.history = history;
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
    Protocol after = protocols.takeStep(viewer.userId(), step(viewer, opened, next, now(), reason));
    if (after == null) {
      throw Refused.stale(protocols.listByIds(new UUID[] {before.id()}).getFirst());
    }
    record(viewer, transition, before, after, reason);
    return after;
  }

  /**
   * The same step of many that were opened for it, and without a reason: by their ids, as they are
   * after it.
   */
  Map<UUID, Protocol> takeAll(
      Viewer viewer,
      List<ProtocolCase> opened,
      ProtocolTransition transition,
      Function<Protocol, ProtocolStatus> next) {
    OffsetDateTime at = now();
    List<ProtocolStep> steps =
        opened.stream()
            .map(each -> step(viewer, each, next.apply(each.protocol()), at, Reason.NONE))
            .toList();
    Map<UUID, Protocol> taken =
        Rows.byId(
            protocols.updateStatuses(viewer.userId(), ProtocolStepColumns.of(steps, at)),
            Protocol::id);
    List<Protocol> after =
        steps.stream().map(step -> Objects.requireNonNull(taken.get(step.id()))).toList();
    history.appendAll(HistoryColumns.of(viewer, after));
    for (int index = 0; index < opened.size(); index++) {
      record(viewer, transition, opened.get(index).protocol(), after.get(index), Reason.NONE);
    }
    return taken;
  }

  private static ProtocolStep step(
      Viewer viewer, ProtocolCase opened, ProtocolStatus next, OffsetDateTime at, Reason reason) {
    Protocol before = opened.protocol();
    boolean begins =
        next == ProtocolStatus.IN_PROGRESS && before.status() == ProtocolStatus.REJECTED;
    boolean gateBroken =
        !next.isDone()
            && next != ProtocolStatus.AWAITING_GATE
            && next != ProtocolStatus.RELEASED
            && !opened.facts().gateOpen();
    return new ProtocolStep(
        before.id(),
        before.version(),
        next,
        begins ? before.round() + 1 : before.round(),
        ProtocolParties.turn(next, before, opened.facts()),
        gateBroken,
        at,
        viewer.client().address(),
        reason.text(),
        reason.isDocumental());
  }

  private void record(
      Viewer viewer,
      ProtocolTransition transition,
      Protocol before,
      Protocol after,
      Reason reason) {
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
  }

  OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }
}
