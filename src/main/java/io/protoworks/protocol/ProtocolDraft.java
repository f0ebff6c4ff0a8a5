package io.protoworks.protocol;

import io.protoworks.template.ProtocolTemplate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A protocol that is about to be made.
 *
 * @param equipmentIds what it checks: one or more of the subsystem
 * @param companyIds the companies that it names for each of them, the executor among them
 * @param currentCompanyId who has to release it
 */
record ProtocolDraft(
    ProtocolTemplate template,
    UUID projectId,
    UUID subsystemId,
    List<UUID> equipmentIds,
    UUID executorCompanyId,
    List<UUID> companyIds,
    UUID currentCompanyId,
    @Nullable LocalDate dueOn) {

  /** For whom and for what it is, as the log tells it beside the row. */
  Assigned assigned() {
    return new Assigned(equipmentIds, companyIds);
  }

  /** The equipments that a protocol checks, and the companies that see it beside the executor. */
  record Assigned(List<UUID> equipmentIds, List<UUID> companyIds) {}
}
