package io.protoworks.intake;

import io.protoworks.platform.Row;
import io.protoworks.register.RegisterProblemCode;
import java.util.UUID;

/** How many errors of one kind an import has. */
record ImportErrorCount(UUID jobId, RegisterProblemCode code, int count) implements Row {}
