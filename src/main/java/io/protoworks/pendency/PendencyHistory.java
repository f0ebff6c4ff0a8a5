package io.protoworks.pendency;

import io.protoworks.platform.Row;
import io.protoworks.template.PendencyType;
import java.net.InetAddress;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that was done to a pendency, or said of it. Never changes. */
public record PendencyHistory(
    UUID id,
    UUID pendencyId,
    PendencyAction action,
    @Nullable PendencyType previousType,
    @Nullable PendencyType newType,
    @Nullable String comment,
    UUID userId,
    OffsetDateTime timestamp,
    InetAddress ipAddress)
    implements Row {}
