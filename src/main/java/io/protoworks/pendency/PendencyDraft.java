package io.protoworks.pendency;

import io.protoworks.template.PendencyType;
import io.protoworks.template.ProtocolType;
import java.net.InetAddress;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pendency about to be raised. */
record PendencyDraft(
    int number,
    UUID protocolId,
    @Nullable UUID protocolItemId,
    @Nullable UUID equipmentId,
    UUID subsystemId,
    UUID projectId,
    ProtocolType stage,
    PendencyType type,
    String description,
    UUID raisingCompanyId,
    UUID clearingCompanyId,
    @Nullable LocalDate dueOn,
    boolean evidenceRequired,
    OffsetDateTime at,
    UUID userId,
    InetAddress ipAddress) {}
