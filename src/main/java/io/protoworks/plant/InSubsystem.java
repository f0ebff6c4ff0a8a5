package io.protoworks.plant;

import java.util.UUID;

/** A row that belongs to a subsystem: a change of it can move the subsystem's gates. */
public interface InSubsystem {
  UUID subsystemId();

  UUID projectId();

  /** Whether gates can move because the row became what it is; as a rule they can. */
  default boolean canMoveGates(InSubsystem before) {
    return true;
  }
}
