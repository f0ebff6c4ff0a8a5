package io.protoworks.plant;

import io.protoworks.platform.Row;
import java.util.UUID;

/** How many children a parent has. */
record Tally(UUID id, int count) implements Row {}
