package io.protoworks.completion;

import static io.protoworks.completion.Completion.OK;
import static io.protoworks.completion.Completion.OS;
import static io.protoworks.completion.Completion.PA;
import static io.protoworks.completion.Completion.PB;
import static io.protoworks.completion.Completion.PC;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.template.ProtocolType;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule of completion, and how it is rolled up from counts. */
class CompletionTests {

  @ParameterizedTest
  @CsvSource({
    "false, 0, 0, 0, OS",
    "false, 1, 1, 1, OS",
    "true, 1, 1, 1, PA",
    "true, 0, 1, 1, PB",
    "true, 0, 0, 1, PC",
    "true, 0, 0, 0, OK"
  })
  void isOutstandingUntilDoneThenAsBadAsTheWorstPendency(
      boolean isDone, int openPa, int openPb, int openPc, Completion expected) {
    assertThat(Completion.of(isDone, openPa, openPb, openPc)).isEqualTo(expected);
  }

  @Test
  void whatHasPartsIsAsFarAsTheWorst() {
    assertThat(Stream.of(OK, PC, PB, PA, OS).reduce(OK, Completion::worst)).isEqualTo(OS);
    assertThat(Stream.of(OK, PC, PB, PA).reduce(OK, Completion::worst)).isEqualTo(PA);
    assertThat(PB.worst(PC)).isEqualTo(PC.worst(PB)).isEqualTo(PB);
  }

  /** Counts of a stage that is done. */
  private record Counts(
      boolean hasGaps,
      int equipments,
      int withoutProtocol,
      int covered,
      int inProgress,
      int finalized,
      int cancelled,
      int openPb) {
    static final Counts DONE = new Counts(false, 2, 0, 2, 0, 3, 0, 0);

    Counts withGaps() {
      return new Counts(
          true, equipments, withoutProtocol, covered, inProgress, finalized, cancelled, openPb);
    }

    Counts withEquipments(int some) {
      return new Counts(
          hasGaps, some, withoutProtocol, covered, inProgress, finalized, cancelled, openPb);
    }

    Counts withoutProtocol(int some) {
      return new Counts(
          hasGaps, equipments, some, covered, inProgress, finalized, cancelled, openPb);
    }

    Counts withCovered(int some) {
      return new Counts(
          hasGaps, equipments, withoutProtocol, some, inProgress, finalized, cancelled, openPb);
    }

    Counts withInProgress(int some) {
      return new Counts(
          hasGaps, equipments, withoutProtocol, covered, some, finalized, cancelled, openPb);
    }

    Counts withCancelled(int some) {
      return new Counts(
          hasGaps, equipments, withoutProtocol, covered, inProgress, finalized, some, openPb);
    }

    Counts withOpenPb(int some) {
      return new Counts(
          hasGaps, equipments, withoutProtocol, covered, inProgress, finalized, cancelled, some);
    }

    ProgressRow row() {
      return new ProgressRow(
          new UUID(0, 1),
          ProtocolType.C1,
          hasGaps,
          equipments,
          withoutProtocol,
          covered,
          0,
          0,
          0,
          inProgress,
          0,
          0,
          0,
          finalized,
          0,
          cancelled,
          0,
          openPb,
          0);
    }
  }

  private static Progress of(UnaryOperator<Counts> changes) {
    return Progress.of(List.of(changes.apply(Counts.DONE).row()));
  }

  private static void assertCompletion(
      UnaryOperator<Counts> changes, Completion whole, Completion stage) {
    Progress progress = of(changes);
    assertThat(progress.completion()).isEqualTo(whole);
    assertThat(progress.stages().getFirst().completion()).isEqualTo(stage);
  }

  @Test
  void isRolledUpFromCounts() {
    assertCompletion(done -> done, OK, OK);
    assertCompletion(done -> done.withOpenPb(1), PB, PB);
    assertCompletion(done -> done.withInProgress(1), OS, OS);
    assertCompletion(Counts::withGaps, OS, OS);
    assertCompletion(done -> done.withEquipments(0).withCovered(0), OS, OS);
    assertCompletion(done -> done.withCancelled(7), OK, OK);
  }

  /**
   * An equipment without any protocol is outstanding, even if exempt; without one of a stage,
   * there.
   */
  @Test
  void anEquipmentWithoutAProtocolIsOutstanding() {
    assertCompletion(done -> done.withoutProtocol(1), OS, OK);
    assertCompletion(done -> done.withCovered(1), OK, OS);
  }

  @Test
  void theShareIsOfWhatIsNotCancelled() {
    assertThat(of(done -> done.withInProgress(1).withCancelled(9)).share()).isEqualTo(0.75);
    assertThat(of(done -> done.withInProgress(1).withCancelled(9)).protocols()).isEqualTo(4);
    assertThat(Progress.NONE.share()).isZero();
    assertThat(Progress.NONE.completion()).isEqualTo(OS);
    assertThat(Progress.NONE.stages()).extracting(StageProgress::stage).hasSize(4);
  }
}
