package io.protoworks.event;

import io.protoworks.platform.Row;
import java.util.UUID;

/** How far the log of a project goes. */
record EventPosition(UUID projectId, long sequence) implements Row {}
