package io.protoworks.protocol;

import io.protoworks.platform.Row;
import java.time.OffsetDateTime;
import java.util.UUID;

/** An equipment that a protocol checks, and a company that it names for it. */
public record ProtocolEquipmentCompany(
    UUID id,
    UUID protocolId,
    UUID equipmentId,
    UUID companyId,
    ProtocolStatus status,
    OffsetDateTime createdAt)
    implements Row {}
