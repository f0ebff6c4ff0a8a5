package io.protoworks.event;

import io.protoworks.platform.Row;
import java.util.UUID;

/** That a user sees a protocol because it names their company. */
record SuppliedSight(UUID userId, UUID protocolId) implements Row {}
