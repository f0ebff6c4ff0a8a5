package io.protoworks.protocol;

import io.protoworks.platform.Row;
import java.net.InetAddress;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step of a protocol from one status to the next. */
public record ProtocolStatusHistory(
    UUID id,
    UUID protocolId,
    int sequence,
    @Nullable ProtocolStatus previousStatus,
    ProtocolStatus newStatus,
    int round,
    UUID userId,
    OffsetDateTime timestamp,
    InetAddress ipAddress,
    @Nullable String reason,
    boolean isDocumental)
    implements Row {}
