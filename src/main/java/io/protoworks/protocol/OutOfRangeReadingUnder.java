package io.protoworks.protocol;

import io.protoworks.platform.Row;
import java.util.UUID;

/** A reading and the subsystem that its page stands under. */
record OutOfRangeReadingUnder(UUID subsystemId, OutOfRangeReading reading) implements Row {}
