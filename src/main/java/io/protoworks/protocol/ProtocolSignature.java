package io.protoworks.protocol;

import io.protoworks.platform.Row;
import java.net.InetAddress;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A signature on a protocol, bound to what was signed. */
public record ProtocolSignature(
    UUID id,
    UUID protocolId,
    int round,
    SignatureAction action,
    UUID userId,
    UUID companyId,
    String signatureImagePath,
    OffsetDateTime signedAt,
    InetAddress ipAddress,
    String contentHash)
    implements Row {}
