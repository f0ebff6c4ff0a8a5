package io.protoworks.intake;

import io.protoworks.register.RegisterRowOutcome;
import io.protoworks.register.RegisterRowProblem;
import java.util.ArrayList;
import java.util.List;

/** Rows that are written, refused and counted together. */
final class ImportBatch {
  private final List<RegisterRowOutcome.Accepted> accepted = new ArrayList<>();
  private final List<RegisterRowProblem> problems = new ArrayList<>();
  private int refused;

  void add(RegisterRowOutcome outcome) {
    switch (outcome) {
      case RegisterRowOutcome.Accepted row -> accepted.add(row);
      case RegisterRowOutcome.Refused row -> {
        problems.addAll(row.problems());
        refused++;
      }
    }
  }

  int rows() {
    return accepted.size() + refused;
  }

  List<RegisterRowOutcome.Accepted> accepted() {
    return accepted;
  }

  /** Why rows were refused before anything was written. */
  List<RegisterRowProblem> problems() {
    return problems;
  }

  int refused() {
    return refused;
  }
}
