package io.protoworks.intake;

import io.protoworks.platform.Row;
import java.util.UUID;

/** How many errors of one kind an import has. */
record ImportErrorCount(UUID jobId, RegisterProblemCode code, int count) implements Row {}
