package io.protoworks.register;

import java.util.List;

/** What became of a row: a record, or the reasons why it is none. */
public sealed interface RegisterRowOutcome {

  long rowNumber();

  record Accepted(long rowNumber, RegisterRecord record) implements RegisterRowOutcome {}

  record Refused(long rowNumber, List<RegisterRowProblem> problems) implements RegisterRowOutcome {}
}
