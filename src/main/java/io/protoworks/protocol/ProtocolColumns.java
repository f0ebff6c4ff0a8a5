package io.protoworks.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Protocols to be made, as a statement takes them: an array per column. */
@SuppressWarnings("ArrayRecordComponent") // read once, by the statement
record ProtocolColumns(
    Integer[] numbers,
    UUID[] templateIds,
    String[] stages,
    UUID[] projectIds,
    UUID[] subsystemIds,
    UUID[] executorCompanyIds,
    UUID[] currentCompanyIds,
    @Nullable String[] dueOns) {

  static ProtocolColumns of(List<ProtocolDraft> drafts, int firstNumber) {
    Integer[] numbers = new Integer[drafts.size()];
    for (int index = 0; index < numbers.length; index++) {
      numbers[index] = firstNumber + index;
    }
    return new ProtocolColumns(
        numbers,
        drafts.stream().map(draft -> draft.template().id()).toArray(UUID[]::new),
        drafts.stream().map(draft -> draft.template().type().name()).toArray(String[]::new),
        drafts.stream().map(ProtocolDraft::projectId).toArray(UUID[]::new),
        drafts.stream().map(ProtocolDraft::subsystemId).toArray(UUID[]::new),
        drafts.stream().map(ProtocolDraft::executorCompanyId).toArray(UUID[]::new),
        drafts.stream().map(ProtocolDraft::currentCompanyId).toArray(UUID[]::new),
        drafts.stream()
            .map(ProtocolDraft::dueOn)
            .map(ProtocolColumns::text)
            .toArray(String[]::new));
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
