package io.protoworks.dashboard;

import io.protoworks.completion.Gate;
import io.protoworks.completion.ProgressRow;
import io.protoworks.platform.Row;
import java.util.UUID;

/**
 * What is counted of a subsystem at a stage.
 *
 * @param counts with the subsystem as parent
 * @param gate the gate that stands after the stage
 */
record CompletionMatrixCounts(UUID projectId, ProgressRow counts, Gate gate) implements Row {
  UUID subsystemId() {
    return counts.parentId();
  }
}
