package io.protoworks.pendency;

import io.protoworks.completion.SubsystemLocks;
import io.protoworks.plant.ProjectAccess;
import io.protoworks.plant.ProjectStanding;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Versioned;
import io.protoworks.platform.Viewer;
import io.protoworks.template.PendencyType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What every step with a pendency begins and ends with. */
@Service
class PendencySteps {
  static final String TYPE = "Pendency";
  static final String NOUN = "pendency";

  private final PendencyMapper pendencies;
  private final PendencyHistoryMapper history;
  private final SubsystemLocks locks;
  private final ProjectAccess access;
  private final Changes changes;
  private final Clock clock;

  PendencySteps(
      PendencyMapper pendencies,
      PendencyHistoryMapper history,
      SubsystemLocks locks,
      ProjectAccess access,
      Changes changes,
      Clock clock) {
    this.pendencies = pendencies;
    this.history = history;
    this.locks = locks;
    this.access = access;
    this.changes = changes;
    this.clock = clock;
  }

  /** What becomes of a pendency's type, where a step is about it. */
  record TypeChange(@Nullable PendencyType previous, @Nullable PendencyType next) {
    static final TypeChange NONE = new TypeChange(null, null);
  }

  /**
   * Opens a pendency for a step: its subsystem is locked before it is. Under that lock its protocol
   * stands still, too.
   *
   * @throws Refused if the viewer sees none of this id, if the version is no longer there, or if
   *     something keeps the step from being taken
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public PendencyCase open(Viewer viewer, UUID id, int expectedVersion, PendencyStep step) {
    Pendency locked = Versioned.expect(lock(viewer, id), expectedVersion, NOUN);
    return requireClear(viewer, locked, step);
  }

  /** The same for a step that does not depend on the version that was seen. */
  @Transactional(propagation = Propagation.MANDATORY)
  public PendencyCase openAsItIs(Viewer viewer, UUID id, PendencyStep step) {
    return requireClear(viewer, lock(viewer, id), step);
  }

  private Pendency lock(Viewer viewer, UUID id) {
    locks.lock(List.of(require(viewer, id).subsystemId()));
    return pendencies.lockByIds(new UUID[] {id}).getFirst();
  }

  private Pendency require(Viewer viewer, UUID id) {
    return pendencies.listVisibleByIds(viewer.userId(), new UUID[] {id}).stream()
        .findFirst()
        .orElseThrow(() -> Refused.unknown("id", NOUN));
  }

  /** Fails on what is for others to do, and refuses what can't be done as the pendency stands. */
  private PendencyCase requireClear(Viewer viewer, Pendency pendency, PendencyStep step) {
    ProjectStanding standing = access.standing(viewer, pendency.projectId());
    if (!PendencyParties.may(step, pendency, standing)) {
      throw Failure.forbiddenBecause(PendencyParties.whoDoes(step));
    }
    String obstacle = PendencyRules.obstacle(step, pendency, viewer.userId());
    if (obstacle != null) {
      throw PendencyBlocked.because(obstacle, pendency);
    }
    return new PendencyCase(pendency, standing);
  }

  /** Who does something now. After the locks: they may have been waited for. */
  PendencyMark mark(Viewer viewer) {
    return PendencyMark.of(
        viewer,
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS));
  }

  /** Keeps what was done, in the history of the pendency and as a change. */
  void record(
      Viewer viewer,
      PendencyMark mark,
      PendencyAction action,
      TypeChange types,
      @Nullable String comment,
      @Nullable Pendency before,
      Pendency after) {
    history.append(after.id(), mark, action, types.previous(), types.next(), comment);
    boolean handedOver =
        before != null && !before.clearingCompanyId().equals(after.clearingCompanyId());
    Change change =
        Change.of(
                kindOf(action),
                TYPE,
                handedOver ? "handed_over" : verbOf(action),
                after.id(),
                after.projectId(),
                before,
                after)
            .because(comment);
    boolean describedAnew = before == null || !before.description().equals(after.description());
    changes.record(viewer, describedAnew ? change.saying(after.description()) : change);
  }

  void recordComment(Viewer viewer, PendencyMark mark, Pendency pendency, String comment) {
    PendencyHistory said =
        history.append(pendency.id(), mark, PendencyAction.COMMENT, null, null, comment);
    changes.record(
        viewer,
        Change.of(
                kindOf(PendencyAction.COMMENT),
                TYPE,
                verbOf(PendencyAction.COMMENT),
                pendency.id(),
                pendency.projectId(),
                null,
                said)
            .about(pendency)
            .saying(comment));
  }

  private static Change.Action kindOf(PendencyAction action) {
    return switch (action) {
      case CREATED -> Change.Action.CREATE;
      case RESOLVED -> Change.Action.APPROVE;
      case REFUSED, TYPE_CHANGE_REFUSED -> Change.Action.REJECT;
      case CHANGED, ASSIGNED, COMMENT, CLEARED, TYPE_CHANGE, TYPE_CHANGE_REQUESTED ->
          Change.Action.UPDATE;
    };
  }

  private static String verbOf(PendencyAction action) {
    return switch (action) {
      case CREATED -> "raised";
      case CHANGED -> "changed";
      case ASSIGNED -> "assigned";
      case COMMENT -> "commented";
      case CLEARED -> "cleared";
      case REFUSED -> "refused";
      case RESOLVED -> "resolved";
      case TYPE_CHANGE -> "type_changed";
      case TYPE_CHANGE_REQUESTED -> "type_change_requested";
      case TYPE_CHANGE_REFUSED -> "type_change_refused";
    };
  }
}
