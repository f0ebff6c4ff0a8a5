package io.protoworks.completion;

import io.protoworks.template.ProtocolType;

/** How far a stage is: its protocols by status, what they cover, and their open pendencies. */
public record StageProgress(
    ProtocolType stage,
    Completion completion,
    int protocols,
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
    int covered,
    int openPa,
    int openPb,
    int openPc) {

  /** Of a stage of which there is nothing. */
  static StageProgress none(ProtocolType stage) {
    return new StageProgress(stage, Completion.OS, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
