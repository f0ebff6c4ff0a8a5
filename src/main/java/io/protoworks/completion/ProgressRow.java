package io.protoworks.completion;

import io.protoworks.platform.Row;
import io.protoworks.template.ProtocolType;
import java.util.UUID;

/**
 * The counts of a stage below a parent, and of the parent.
 *
 * @param hasGaps whether something in use below the parent has nothing in it that could be checked
 * @param equipments active equipments below the parent
 * @param withoutProtocol those of them that no live protocol names and that are not waived at every
 *     stage
 * @param covered those of them that a live protocol or a waiver covers at the stage
 */
public record ProgressRow(
    UUID parentId,
    ProtocolType stage,
    boolean hasGaps,
    int equipments,
    int withoutProtocol,
    int covered,
    int created,
    int awaitingGate,
    int released,
    int inProgress,
    int submitted,
    int approved,
    int validated,
    int finalized,
    int rejected,
    int cancelled,
    int openPa,
    int openPb,
    int openPc)
    implements Row {

  /** Protocols that are not cancelled: the denominator. */
  int live() {
    return created
        + awaitingGate
        + released
        + inProgress
        + submitted
        + approved
        + validated
        + finalized
        + rejected;
  }

  StageProgress progress() {
    boolean isDone = equipments > 0 && !hasGaps && covered == equipments && finalized == live();
    return new StageProgress(
        stage,
        Completion.of(isDone, openPa, openPb, openPc),
        live(),
        created,
        awaitingGate,
        released,
        inProgress,
        submitted,
        approved,
        validated,
        finalized,
        rejected,
        cancelled,
        covered,
        openPa,
        openPb,
        openPc);
  }
}
