package io.protoworks.completion;

import io.protoworks.platform.CanonicalJson;
import io.protoworks.template.ProtocolType;
import java.net.InetAddress;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** What is signed in a waiver, with the names that its hash is made of. */
record GateWaiverContent(
    UUID equipmentId,
    ProtocolType stage,
    UUID subsystemId,
    UUID projectId,
    String reason,
    UUID companyId,
    UUID signedBy,
    OffsetDateTime signedAt,
    InetAddress ipAddress,
    String signatureImagePath) {

  GateWaiverContent {
    signedAt = signedAt.withOffsetSameInstant(ZoneOffset.UTC);
  }

  String hash() {
    return CanonicalJson.of(this).sha256();
  }
}
