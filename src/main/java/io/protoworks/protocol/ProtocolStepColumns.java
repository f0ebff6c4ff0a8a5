package io.protoworks.protocol;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Steps of protocols that are taken at once, as a statement takes them: an array per column. */
@SuppressWarnings("ArrayRecordComponent") // read once, by the statement
record ProtocolStepColumns(
    UUID[] ids,
    Integer[] versions,
    String[] statuses,
    Integer[] rounds,
    @Nullable UUID[] currentCompanyIds,
    Boolean[] gatesBroken,
    OffsetDateTime at) {

  static ProtocolStepColumns of(List<ProtocolStep> steps, OffsetDateTime at) {
    return new ProtocolStepColumns(
        steps.stream().map(ProtocolStep::id).toArray(UUID[]::new),
        steps.stream().map(ProtocolStep::version).toArray(Integer[]::new),
        steps.stream().map(step -> step.status().name()).toArray(String[]::new),
        steps.stream().map(ProtocolStep::round).toArray(Integer[]::new),
        steps.stream().map(ProtocolStep::currentCompanyId).toArray(UUID[]::new),
        steps.stream().map(ProtocolStep::gateBroken).toArray(Boolean[]::new),
        at);
  }
}
