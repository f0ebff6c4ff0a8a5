package io.protoworks.plant;

import java.util.UUID;

/** A row that belongs to a subsystem: a change of it can move the subsystem's gates. */
public interface InSubsystem {
  UUID subsystemId();

  UUID projectId();
}
