package io.protoworks.plant;

import io.protoworks.platform.Row;
import java.util.UUID;

/** An equipment and the project, area, system or subsystem whose page it stands on. */
record EquipmentUnder(UUID parentId, Equipment equipment) implements Row {}
