package io.protoworks.dashboard;

import io.protoworks.completion.Completion;
import io.protoworks.completion.Gate;
import io.protoworks.completion.Progress;
import io.protoworks.completion.StageProgress;
import io.protoworks.template.ProtocolType;

/** How far a subsystem is at a stage, and the gate that stands after it. */
public record CompletionMatrixCell(
    ProtocolType stage,
    Completion completion,
    int covered,
    int protocols,
    int finalized,
    double share,
    int openPa,
    int openPb,
    int openPc,
    Gate gate) {

  static CompletionMatrixCell of(StageProgress progress, Gate gate) {
    return new CompletionMatrixCell(
        progress.stage(),
        progress.completion(),
        progress.covered(),
        progress.protocols(),
        progress.finalized(),
        Progress.share(progress.finalized(), progress.protocols()),
        progress.openPa(),
        progress.openPb(),
        progress.openPc(),
        gate);
  }
}
