package io.protoworks.protocol;

import java.net.InetAddress;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A signature about to be given. */
record SignatureDraft(
    UUID protocolId,
    int round,
    SignatureAction action,
    UUID userId,
    UUID companyId,
    String signatureImagePath,
    OffsetDateTime signedAt,
    InetAddress ipAddress,
    String contentHash) {}
