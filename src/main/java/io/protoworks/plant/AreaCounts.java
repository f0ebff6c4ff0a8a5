package io.protoworks.plant;

import io.protoworks.platform.Row;
import java.util.UUID;

/** How much of what is in use hangs under an area. */
record AreaCounts(UUID id, int systems, int subsystems, int equipments) implements Row {
  static AreaCounts none(UUID id) {
    return new AreaCounts(id, 0, 0, 0);
  }
}
