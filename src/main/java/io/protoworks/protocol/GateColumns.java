package io.protoworks.protocol;

import java.util.UUID;

/** Gates that moved, as a statement takes them: the subsystem, and the stage that each guards. */
@SuppressWarnings("ArrayRecordComponent") // read once, by the statement
record GateColumns(UUID[] subsystemIds, String[] stages) {}
