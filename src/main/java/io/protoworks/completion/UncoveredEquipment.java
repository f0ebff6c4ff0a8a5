package io.protoworks.completion;

import io.protoworks.plant.Equipment;
import io.protoworks.platform.Row;
import java.util.UUID;

/** An equipment and the gate that it keeps closed. */
record UncoveredEquipment(UUID gateId, Equipment equipment) implements Row {}
