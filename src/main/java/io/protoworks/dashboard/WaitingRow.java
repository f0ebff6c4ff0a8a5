package io.protoworks.dashboard;

import io.protoworks.platform.Row;
import io.protoworks.protocol.ProtocolStatus;
import io.protoworks.template.ProtocolType;
import java.util.UUID;

/**
 * How many protocols wait for a company.
 *
 * @param parentId the project or the subsystem
 * @param subsystems of how many subsystems they are
 */
public record WaitingRow(
    UUID parentId,
    UUID companyId,
    ProtocolType stage,
    ProtocolStatus status,
    int protocols,
    int subsystems)
    implements Row {}
