package io.protoworks.event;

import io.protoworks.platform.Row;
import java.util.UUID;

/** That a user sees a project; all that is in it, or only what names their company. */
record EventSight(UUID userId, UUID projectId, boolean seesAll) implements Row {}
