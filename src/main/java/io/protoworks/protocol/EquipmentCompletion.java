package io.protoworks.protocol;

import io.protoworks.completion.Completion;
import io.protoworks.platform.Row;
import java.util.UUID;

/**
 * What the live protocols of an equipment come to; done where it needs none, being waived at every
 * stage.
 *
 * @param isDone whether all are finalized
 * @param openPa the most open pendencies of type PA on one of them; so for the other types
 */
record EquipmentCompletion(UUID equipmentId, boolean isDone, int openPa, int openPb, int openPc)
    implements Row {
  Completion completion() {
    return Completion.of(isDone, openPa, openPb, openPc);
  }
}
