package io.protoworks.completion;

import io.protoworks.template.ProtocolType;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How far a project, area, system or subsystem is: the worst of what lies below it, and the counts
 * of all stages together.
 */
public record Progress(
    Completion completion,
    int protocols,
    int finalized,
    double share,
    int equipments,
    int equipmentsWithoutProtocol,
    int openPa,
    int openPb,
    int openPc,
    List<StageProgress> stages) {

  /** Of what has nothing below it, or nothing that the viewer sees. */
  static final Progress NONE =
      new Progress(
          Completion.OS,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          Arrays.stream(ProtocolType.values()).map(StageProgress::none).toList());

  /** From the rows of one parent, one for each stage. */
  public static Progress of(List<ProgressRow> stages) {
    ProgressRow any = stages.getFirst();
    int protocols = sum(stages, ProgressRow::live);
    int finalized = sum(stages, ProgressRow::finalized);
    int openPa = sum(stages, ProgressRow::openPa);
    int openPb = sum(stages, ProgressRow::openPb);
    int openPc = sum(stages, ProgressRow::openPc);
    boolean isDone =
        any.equipments() > 0
            && !any.hasGaps()
            && any.withoutProtocol() == 0
            && finalized == protocols;
    return new Progress(
        Completion.of(isDone, openPa, openPb, openPc),
        protocols,
        finalized,
        share(finalized, protocols),
        any.equipments(),
        any.withoutProtocol(),
        openPa,
        openPb,
        openPc,
        stages.stream().map(ProgressRow::progress).toList());
  }

  /** How much of it is done, from 0 to 1. */
  public static double share(int finalized, int protocols) {
    return protocols == 0 ? 0 : (double) finalized / protocols;
  }

  private static int sum(List<ProgressRow> stages, ToIntFunction<ProgressRow> count) {
    return stages.stream().mapToInt(count).sum();
  }
}
