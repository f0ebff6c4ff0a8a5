package io.protoworks.completion;

import io.protoworks.template.ProtocolType;
import java.net.InetAddress;
import java.time.OffsetDateTime;
import java.util.UUID;

/** One act of signing, by which several equipments of a subsystem are exempted from a stage. */
record GateWaiverSigning(
    ProtocolType stage,
    UUID subsystemId,
    UUID projectId,
    String reason,
    UUID companyId,
    UUID signedBy,
    OffsetDateTime signedAt,
    InetAddress ipAddress,
    String signatureImagePath) {

  String contentHash(UUID equipmentId) {
    return new GateWaiverContent(
            equipmentId,
            stage,
            subsystemId,
            projectId,
            reason,
            companyId,
            signedBy,
            signedAt,
            ipAddress,
            signatureImagePath)
        .hash();
  }
}
