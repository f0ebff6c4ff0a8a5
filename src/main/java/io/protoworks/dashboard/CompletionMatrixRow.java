package io.protoworks.dashboard;

import io.protoworks.completion.Completion;
import io.protoworks.completion.Progress;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** How far a subsystem is, and each of its stages. */
public record CompletionMatrixRow(
    UUID projectId,
    UUID subsystemId,
    Completion completion,
    int equipments,
    List<CompletionMatrixCell> cells) {

  /** From what is counted of one subsystem, stage by stage. */
  static CompletionMatrixRow of(List<CompletionMatrixCounts> stages) {
    Progress progress = Progress.of(stages.stream().map(CompletionMatrixCounts::counts).toList());
    return new CompletionMatrixRow(
        stages.getFirst().projectId(),
        stages.getFirst().subsystemId(),
        progress.completion(),
        progress.equipments(),
        IntStream.range(0, stages.size())
            .mapToObj(
                at -> CompletionMatrixCell.of(progress.stages().get(at), stages.get(at).gate()))
            .toList());
  }
}
