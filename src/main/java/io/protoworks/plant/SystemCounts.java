package io.protoworks.plant;

import io.protoworks.platform.Row;
import java.util.UUID;

/** How much of what is in use hangs under a system. */
record SystemCounts(UUID id, int subsystems, int equipments) implements Row {
  static SystemCounts none(UUID id) {
    return new SystemCounts(id, 0, 0);
  }
}
