package io.protoworks.audit;

import io.protoworks.platform.Json;
import io.protoworks.platform.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that those who guard the system should know of. */
public record SecurityEvent(
    UUID id,
    @Nullable UUID userId,
    String type,
    @Nullable String ipAddress,
    @Nullable String userAgent,
    @Nullable Json details,
    OffsetDateTime at)
    implements Row {}
