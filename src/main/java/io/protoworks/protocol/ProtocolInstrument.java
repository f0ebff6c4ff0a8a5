package io.protoworks.protocol;

import io.protoworks.platform.Row;
import io.protoworks.platform.Versioned;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An instrument that measured for a protocol, with its calibration. */
public record ProtocolInstrument(
    UUID id,
    UUID protocolId,
    String name,
    String serialNumber,
    @Nullable String certificateNumber,
    @Nullable LocalDate calibratedOn,
    LocalDate calibrationDueOn,
    boolean isActive,
    int version,
    OffsetDateTime createdAt,
    OffsetDateTime updatedAt,
    UUID createdBy,
    UUID updatedBy)
    implements Row, Versioned {}
