package io.protoworks.plant;

import io.protoworks.platform.Row;
import java.util.UUID;

/** How much of what is in use hangs under a subsystem. */
record SubsystemCounts(UUID id, int equipments) implements Row {
  static SubsystemCounts none(UUID id) {
    return new SubsystemCounts(id, 0);
  }
}
