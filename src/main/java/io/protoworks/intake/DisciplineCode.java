package io.protoworks.intake;

import io.protoworks.platform.Row;
import java.util.UUID;

/** A discipline as registers name it. */
record DisciplineCode(UUID id, String code, boolean isActive) implements Row {}
