package io.protoworks.plant;

import io.protoworks.platform.Row;
import java.util.UUID;

/** How much of what is in use hangs under a project. */
record ProjectCounts(UUID id, int areas, int systems, int subsystems, int equipments)
    implements Row {
  static ProjectCounts none(UUID id) {
    return new ProjectCounts(id, 0, 0, 0, 0);
  }
}
